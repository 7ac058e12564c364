from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricDenominatorRep(Model):
    """What a metric is divided by."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "event_name": "eventName",
        "is_numeric": "isNumeric",
        "unit_aggregation_type": "unitAggregationType",
        "unit_aggregation_field": "unitAggregationField",
        "value_column": "valueColumn",
        "data_source": "dataSource",
        "filters": "filters",
        "window_start_offset": "windowStartOffset",
        "window_end_offset": "windowEndOffset",
        "winsor_lower_percentile": "winsorLowerPercentile",
        "winsor_upper_percentile": "winsorUpperPercentile",
        "winsor_include_imputed": "winsorIncludeImputed",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data_source": "read_metric_data_source_ref_rep",
        "filters": "read_filter",
    }

    event_name: str | None = None
    """Name of the events."""
    is_numeric: bool | None = None
    """Whether its events have a value."""
    unit_aggregation_type: str | None = None
    """How several events of one unit become one value."""
    unit_aggregation_field: str | None = None
    """The property whose distinct values are counted, for count_distinct."""
    value_column: str | None = None
    """Column of the value, in a warehouse."""
    data_source: MetricDataSourceRefRep | None = None
    """Where its events come from."""
    filters: Filter | None = None
    """Which events count."""
    window_start_offset: int | None = None
    """When its window starts, in milliseconds after the first exposure; the vendor does not use it yet."""
    window_end_offset: int | None = None
    """When its window ends, in milliseconds after the first exposure; the vendor does not use it yet."""
    winsor_lower_percentile: float | None = None
    """Percentile, between 0 and 100, to which lower values are raised."""
    winsor_upper_percentile: float | None = None
    """Percentile, between 0 and 100, to which higher values are lowered."""
    winsor_include_imputed: bool | None = None
    """Whether values that stand in for missing events count for the percentiles."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.event_name = data.get("eventName")
            self.is_numeric = data.get("isNumeric")
            self.unit_aggregation_type = data.get("unitAggregationType")
            self.unit_aggregation_field = data.get("unitAggregationField")
            self.value_column = data.get("valueColumn")
            self.data_source = None if (v := data.get("dataSource")) is None else read_metric_data_source_ref_rep(v)
            self.filters = None if (v := data.get("filters")) is None else read_filter(v)
            self.window_start_offset = data.get("windowStartOffset")
            self.window_end_offset = data.get("windowEndOffset")
            self.winsor_lower_percentile = data.get("winsorLowerPercentile")
            self.winsor_upper_percentile = data.get("winsorUpperPercentile")
            self.winsor_include_imputed = data.get("winsorIncludeImputed")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_denominator_rep: Callable[[Any], MetricDenominatorRep] = MetricDenominatorRep.from_dict


from .filter_ import Filter, read_filter
from .metric_data_source_ref_rep import MetricDataSourceRefRep, read_metric_data_source_ref_rep
