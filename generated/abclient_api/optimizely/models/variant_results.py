from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariantResults(Model):
    """Figures of one variation (or experiment, or campaign) for one metric. The baseline has no lift."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiment_id": "experiment_id",
        "is_baseline": "is_baseline",
        "level": "level",
        "lift": "lift",
        "name": "name",
        "rate": "rate",
        "samples": "samples",
        "scope": "scope",
        "total_increase": "total_increase",
        "value": "value",
        "variance": "variance",
        "variation_id": "variation_id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "lift": "read_datapoint",
        "total_increase": "read_datapoint",
    }

    experiment_id: int | None = None
    """Experiment of the row, where it has one."""
    is_baseline: bool | None = None
    """Whether the others are compared with this one."""
    level: Literal["variation", "experiment", "campaign"] | str | None = None
    """What the row stands for."""
    lift: Datapoint | None = None
    """A difference from the baseline with its statistics."""
    name: str | None = None
    """Name of the variation."""
    rate: float | None = None
    """Numerator divided by denominator."""
    samples: float | None = None
    """The denominator, e.g. the number of visitors."""
    scope: Literal["variation", "experiment", "campaign"] | str | None = None
    """What the row stands for in older answers; now `level`."""
    total_increase: Datapoint | None = None
    """A difference from the baseline with its statistics."""
    value: float | None = None
    """The numerator, e.g. the number of conversions."""
    variance: float | None = None
    """Variance of the rate."""
    variation_id: str | None = None
    """Variation of the row, as text."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiment_id = data.get("experiment_id")
            self.is_baseline = data.get("is_baseline")
            self.level = data.get("level")
            self.lift = None if (v := data.get("lift")) is None else read_datapoint(v)
            self.name = data.get("name")
            self.rate = data.get("rate")
            self.samples = data.get("samples")
            self.scope = data.get("scope")
            self.total_increase = None if (v := data.get("total_increase")) is None else read_datapoint(v)
            self.value = data.get("value")
            self.variance = data.get("variance")
            self.variation_id = data.get("variation_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variant_results: Callable[[Any], VariantResults] = VariantResults.from_dict


from .datapoint import Datapoint, read_datapoint
