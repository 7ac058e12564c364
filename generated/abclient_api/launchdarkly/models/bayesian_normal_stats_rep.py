from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BayesianNormalStatsRep(Model):
    """The prior of a numeric metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data_weight": "dataWeight",
        "prior_mean": "priorMean",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    data_weight: float | None = None
    """Weight of the data against the prior, 0 to 1."""
    prior_mean: float | None = None
    """Mean of the prior."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data_weight = data.get("dataWeight")
            self.prior_mean = data.get("priorMean")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_bayesian_normal_stats_rep: Callable[[Any], BayesianNormalStatsRep] = BayesianNormalStatsRep.from_dict
