from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariantResults(Model):
    """Figures of one variation (or experiment, or campaign) for one metric. The baseline has no lift.

    Attributes:
        experiment_id: Experiment of the row, where it has one.
        is_baseline: Whether the others are compared with this one.
        level: What the row stands for.
        lift: A difference from the baseline with its statistics.
        name: Name of the variation.
        rate: Numerator divided by denominator.
        samples: The denominator, e.g. the number of visitors.
        scope: What the row stands for in older answers; now `level`.
        total_increase: A difference from the baseline with its statistics.
        value: The numerator, e.g. the number of conversions.
        variance: Variance of the rate.
        variation_id: Variation of the row, as text.
    """

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

    experiment_id: int | None = None
    is_baseline: bool | None = None
    level: Literal["variation", "experiment", "campaign"] | str | None = None
    lift: Datapoint | None = None
    name: str | None = None
    rate: float | None = None
    samples: float | None = None
    scope: Literal["variation", "experiment", "campaign"] | str | None = None
    total_increase: Datapoint | None = None
    value: float | None = None
    variance: float | None = None
    variation_id: str | None = None

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
