from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .denominator_post import DenominatorPost
from .event_filter import EventFilter
from .metric_data_source_ref_input import MetricDataSourceRefInput
from .metric_event_default_input import MetricEventDefaultInput
from .url_post import UrlPost


class MetricPostFields(TypedDict, total=False):
    """A new metric. What it needs depends on its kind.

    The fields of ``MetricPost``, by keyword.
    """

    key: Required[str]
    """Its key."""
    name: str
    """A name for people."""
    description: str
    """What it is about."""
    kind: Required[Literal["pageview", "click", "custom", "trace"]]
    """Its kind."""
    selector: str
    """CSS selector of what is clicked, for the kind click."""
    urls: Sequence[UrlPost | Model | Mapping[str, Any]]
    """Addresses of the pages, for the kinds pageview and click."""
    is_numeric: bool
    """Whether its events have a value."""
    unit: str
    """Unit of its values, such as ms."""
    event_key: str
    """Key of the events that it measures."""
    success_criteria: Literal["HigherThanBaseline", "LowerThanBaseline"]
    """Which direction is wanted."""
    tags: Sequence[str]
    """Tags."""
    randomization_units: Sequence[str]
    """The units that it can be measured by."""
    analysis_units: Sequence[str]
    """The units that it can be analysed by."""
    maintainer_id: str
    """Id of the member who looks after it."""
    unit_aggregation_type: Literal["average", "sum", "count_distinct"]
    """How several events of one unit become one value."""
    analysis_type: str
    """What of its values is looked at."""
    percentile_value: int
    """Which percentile, 0 to 100, where it is looked at by percentile."""
    event_default: MetricEventDefaultInput | Model | Mapping[str, Any]
    """What units without an event count as."""
    data_source: MetricDataSourceRefInput | Model | Mapping[str, Any]
    """Where its events come from."""
    filters: EventFilter | Model | Mapping[str, Any]
    """Which events count."""
    window_start_offset: int
    """When its window starts, in milliseconds after the first exposure; the vendor does not use it yet."""
    window_end_offset: int
    """When its window ends, in milliseconds after the first exposure; the vendor does not use it yet."""
    winsor_lower_percentile: float
    """Percentile, between 0 and 100, to which lower values are raised."""
    winsor_upper_percentile: float
    """Percentile, between 0 and 100, to which higher values are lowered."""
    winsor_include_imputed: bool
    """Whether values that stand in for missing events count for the percentiles."""
    trace_query: str
    """Which spans count, for the kind trace."""
    trace_value_location: str
    """Where in a span the value stands, for numeric metrics of the kind trace."""
    unit_aggregation_field: str
    """The property whose distinct values are counted, for count_distinct."""
    value_column: str
    """Column of the value, in a warehouse."""
    denominator: DenominatorPost | Model | Mapping[str, Any]
    """What it is divided by, for ratio metrics."""
