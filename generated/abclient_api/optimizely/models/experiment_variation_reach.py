from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentVariationReach(Model):
    """How many visitors saw an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "baseline_count": "baseline_count",
        "baseline_reach": "baseline_reach",
        "total_count": "total_count",
        "treatment_count": "treatment_count",
        "treatment_reach": "treatment_reach",
        "variations": "variations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "map of read_variation_reach",
    }

    baseline_count: int | None = None
    """Visitors who saw the baseline."""
    baseline_reach: float | None = None
    """Their share, from 0 to 1."""
    total_count: int | None = None
    """All visitors of the experiment."""
    treatment_count: int | None = None
    """Visitors who saw another variation."""
    treatment_reach: float | None = None
    """Their share, from 0 to 1."""
    variations: dict[str, VariationReach] | None = None
    """Visitors by variation id, as text."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.baseline_count = data.get("baseline_count")
            self.baseline_reach = data.get("baseline_reach")
            self.total_count = data.get("total_count")
            self.treatment_count = data.get("treatment_count")
            self.treatment_reach = data.get("treatment_reach")
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else {k0: read_variation_reach(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_variation_reach: Callable[[Any], ExperimentVariationReach] = ExperimentVariationReach.from_dict


from .variation_reach import VariationReach, read_variation_reach
