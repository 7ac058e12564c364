from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class DenominatorPost(Body):
    """What the new metric is divided by."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "event_name": "eventName",
        "is_numeric": "isNumeric",
        "data_source": "dataSource",
        "unit_aggregation_type": "unitAggregationType",
        "unit_aggregation_field": "unitAggregationField",
        "value_column": "valueColumn",
        "filters": "filters",
        "window_start_offset": "windowStartOffset",
        "window_end_offset": "windowEndOffset",
        "winsor_lower_percentile": "winsorLowerPercentile",
        "winsor_upper_percentile": "winsorUpperPercentile",
        "winsor_include_imputed": "winsorIncludeImputed",
    }

    event_name: str | Unset = UNSET
    """Name of the events."""
    is_numeric: bool | Unset = UNSET
    """Whether its events have a value."""
    data_source: MetricDataSourceRefInput | Unset = UNSET
    """Where its events come from."""
    unit_aggregation_type: str | Unset = UNSET
    """How several events of one unit become one value."""
    unit_aggregation_field: str | Unset = UNSET
    """The property whose distinct values are counted, for count_distinct."""
    value_column: str | Unset = UNSET
    """Column of the value, in a warehouse."""
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


from .event_filter import EventFilter
from .metric_data_source_ref_input import MetricDataSourceRefInput
