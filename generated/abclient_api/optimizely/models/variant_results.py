from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, salvaged


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
        self = cls.__new__(cls)
        try:
            get = data.get
            self.experiment_id = get("experiment_id")
            self.is_baseline = get("is_baseline")
            self.level = get("level")
            self.lift = None if (v := get("lift")) is None else Datapoint.from_dict(v)
            self.name = get("name")
            self.rate = get("rate")
            self.samples = get("samples")
            self.scope = get("scope")
            self.total_increase = None if (v := get("total_increase")) is None else Datapoint.from_dict(v)
            self.value = get("value")
            self.variance = get("variance")
            self.variation_id = get("variation_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .datapoint import Datapoint
