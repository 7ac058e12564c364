from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariantTimeseries(Model):
    """Figures of one variation for one metric over time."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiment_id": "experiment_id",
        "is_baseline": "is_baseline",
        "level": "level",
        "name": "name",
        "timeseries": "timeseries",
        "variation_id": "variation_id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "timeseries": "list of read_timeseries_datapoint",
    }

    experiment_id: int | None = None
    """Experiment of the row, where it has one."""
    is_baseline: bool | None = None
    """Whether the others are compared with this one."""
    level: Literal["variation", "experiment", "campaign"] | str | None = None
    """What the row stands for."""
    name: str | None = None
    """Name of the variation."""
    timeseries: list[TimeseriesDatapoint] | None = None
    """The points."""
    variation_id: str | None = None
    """Variation of the series, as text."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiment_id = data.get("experiment_id")
            self.is_baseline = data.get("is_baseline")
            self.level = data.get("level")
            self.name = data.get("name")
            self.timeseries = (
                None
                if (v := data.get("timeseries")) is None
                else [read_timeseries_datapoint(x0) for x0 in items(v) if x0 is not None]
            )
            self.variation_id = data.get("variation_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variant_timeseries: Callable[[Any], VariantTimeseries] = VariantTimeseries.from_dict


from .timeseries_datapoint import TimeseriesDatapoint, read_timeseries_datapoint
