from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RelativeDifferenceRep(Model):
    """A 90 % credible interval of the relative difference from another treatment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "upper": "upper",
        "lower": "lower",
        "from_treatment_id": "fromTreatmentId",
        "p_value": "pValue",
        "variance": "variance",
        "variance_reduction": "varianceReduction",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    upper: float | None = None
    """Upper bound; 0.1 means 10 % more."""
    lower: float | None = None
    """Lower bound; 0.1 means 10 % more."""
    from_treatment_id: str | None = None
    """Id of the treatment it is compared with."""
    p_value: float | None = None
    """Probability, 0 to 1, of such a difference by chance, for frequentist experiments."""
    variance: float | None = None
    """Variance of the difference."""
    variance_reduction: float | None = None
    """Share of the variance that the covariate takes away."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.upper = data.get("upper")
            self.lower = data.get("lower")
            self.from_treatment_id = data.get("fromTreatmentId")
            self.p_value = data.get("pValue")
            self.variance = data.get("variance")
            self.variance_reduction = data.get("varianceReduction")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_relative_difference_rep: Callable[[Any], RelativeDifferenceRep] = RelativeDifferenceRep.from_dict
