from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentMetricConclusion(Model):
    """The variations that have won and lost a metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "loser": "loser",
        "winner": "winner",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    loser: str | None = None
    """Variation that is significantly worse than all others, as text. Read-only."""
    winner: str | None = None
    """Variation that is significantly better than all others, as text. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.loser = data.get("loser")
            self.winner = data.get("winner")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_metric_conclusion: Callable[[Any], ExperimentMetricConclusion] = ExperimentMetricConclusion.from_dict
