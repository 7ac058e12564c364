from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentStatsRep(Model):
    """Statistics over all variations."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "p_value": "pValue",
        "chi2": "chi2",
        "winning_variation_idx": "winningVariationIdx",
        "min_sample_size_met": "minSampleSizeMet",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    p_value: float | None = None
    """P value of the chi-square test."""
    chi2: float | None = None
    """The chi-square statistic."""
    winning_variation_idx: int | None = None
    """Index of the winning variation in the flag's variations."""
    min_sample_size_met: bool | None = None
    """Whether every variation has enough impressions."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.p_value = data.get("pValue")
            self.chi2 = data.get("chi2")
            self.winning_variation_idx = data.get("winningVariationIdx")
            self.min_sample_size_met = data.get("minSampleSizeMet")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_stats_rep: Callable[[Any], ExperimentStatsRep] = ExperimentStatsRep.from_dict
