from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricPost(Body):
    """A new metric. What it needs depends on its kind."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
        "kind": "kind",
        "selector": "selector",
        "urls": "urls",
        "is_numeric": "isNumeric",
        "unit": "unit",
        "event_key": "eventKey",
        "success_criteria": "successCriteria",
        "tags": "tags",
        "randomization_units": "randomizationUnits",
        "analysis_units": "analysisUnits",
        "maintainer_id": "maintainerId",
        "unit_aggregation_type": "unitAggregationType",
        "analysis_type": "analysisType",
        "percentile_value": "percentileValue",
        "event_default": "eventDefault",
        "data_source": "dataSource",
        "filters": "filters",
        "window_start_offset": "windowStartOffset",
        "window_end_offset": "windowEndOffset",
        "winsor_lower_percentile": "winsorLowerPercentile",
        "winsor_upper_percentile": "winsorUpperPercentile",
        "winsor_include_imputed": "winsorIncludeImputed",
        "trace_query": "traceQuery",
        "trace_value_location": "traceValueLocation",
        "unit_aggregation_field": "unitAggregationField",
        "value_column": "valueColumn",
        "denominator": "denominator",
    }

    key: str
    """Its key."""
    name: str | Unset = UNSET
    """A name for people."""
    description: str | Unset = UNSET
    """What it is about."""
    kind: Literal["pageview", "click", "custom", "trace"]
    """Its kind."""
    selector: str | Unset = UNSET
    """CSS selector of what is clicked, for the kind click."""
    urls: list[UrlPost] | Unset = UNSET
    """Addresses of the pages, for the kinds pageview and click."""
    is_numeric: bool | Unset = UNSET
    """Whether its events have a value."""
    unit: str | Unset = UNSET
    """Unit of its values, such as ms."""
    event_key: str | Unset = UNSET
    """Key of the events that it measures."""
    success_criteria: Literal["HigherThanBaseline", "LowerThanBaseline"] | Unset = UNSET
    """Which direction is wanted."""
    tags: list[str] | Unset = UNSET
    """Tags."""
    randomization_units: list[str] | Unset = UNSET
    """The units that it can be measured by."""
    analysis_units: list[str] | Unset = UNSET
    """The units that it can be analysed by."""
    maintainer_id: str | Unset = UNSET
    """Id of the member who looks after it."""
    unit_aggregation_type: Literal["average", "sum", "count_distinct"] | Unset = UNSET
    """How several events of one unit become one value."""
    analysis_type: str | Unset = UNSET
    """What of its values is looked at."""
    percentile_value: int | Unset = UNSET
    """Which percentile, 0 to 100, where it is looked at by percentile."""
    event_default: MetricEventDefaultInput | Unset = UNSET
    """What units without an event count as."""
    data_source: MetricDataSourceRefInput | Unset = UNSET
    """Where its events come from."""
    filters: EventFilter | Unset = UNSET
    """Which events count."""
    window_start_offset: int | Unset = UNSET
    """When its window starts, in milliseconds after the first exposure; the vendor does not use it yet."""
    window_end_offset: int | Unset = UNSET
    """When its window ends, in milliseconds after the first exposure; the vendor does not use it yet."""
    winsor_lower_percentile: float | Unset = UNSET
    """Percentile, between 0 and 100, to which lower values are raised."""
    winsor_upper_percentile: float | Unset = UNSET
    """Percentile, between 0 and 100, to which higher values are lowered."""
    winsor_include_imputed: bool | Unset = UNSET
    """Whether values that stand in for missing events count for the percentiles."""
    trace_query: str | Unset = UNSET
    """Which spans count, for the kind trace."""
    trace_value_location: str | Unset = UNSET
    """Where in a span the value stands, for numeric metrics of the kind trace."""
    unit_aggregation_field: str | Unset = UNSET
    """The property whose distinct values are counted, for count_distinct."""
    value_column: str | Unset = UNSET
    """Column of the value, in a warehouse."""
    denominator: DenominatorPost | Unset = UNSET
    """What it is divided by, for ratio metrics."""


from .denominator_post import DenominatorPost
from .event_filter import EventFilter
from .metric_data_source_ref_input import MetricDataSourceRefInput
from .metric_event_default_input import MetricEventDefaultInput
from .url_post import UrlPost
