from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BayesianBetaBinomialStatsRep(Model):
    """The prior of a conversion metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "prior_alpha": "priorAlpha",
        "prior_beta": "priorBeta",
        "prior_mean": "priorMean",
        "data_weight": "dataWeight",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    prior_alpha: float | None = None
    """Alpha of the prior."""
    prior_beta: float | None = None
    """Beta of the prior."""
    prior_mean: float | None = None
    """Mean of the prior."""
    data_weight: float | None = None
    """Weight of the data against the prior, 0 to 1."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.prior_alpha = data.get("priorAlpha")
            self.prior_beta = data.get("priorBeta")
            self.prior_mean = data.get("priorMean")
            self.data_weight = data.get("dataWeight")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_bayesian_beta_binomial_stats_rep: Callable[[Any], BayesianBetaBinomialStatsRep] = (
    BayesianBetaBinomialStatsRep.from_dict
)
