from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MabSettings(Model):
    """Settings of a multi-armed bandit."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "strategy": "strategy",
        "exploration_rate": "exploration_rate",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    strategy: Literal["epsilon_greedy", "ucb", "thompson_sampling"] | str | None = None
    """How traffic is divided. The vendor's default: 'thompson_sampling'."""
    exploration_rate: float | None = None
    """The share of traffic that explores, from 0 to 1 in steps of 0.1. The vendor's default: 0.3."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.strategy = data.get("strategy")
            self.exploration_rate = data.get("exploration_rate")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_mab_settings: Callable[[Any], MabSettings] = MabSettings.from_dict
