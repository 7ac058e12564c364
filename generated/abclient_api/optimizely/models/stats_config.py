from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class StatsConfig(Model):
    """How the statistics were made."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "confidence_level": "confidence_level",
        "difference_type": "difference_type",
        "epoch_enabled": "epoch_enabled",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    confidence_level: float | None = None
    """Confidence level, from 0 to 1."""
    difference_type: Literal["absolute", "relative"] | str | None = None
    """How a variation is compared with the baseline."""
    epoch_enabled: bool | None = None
    """Whether statistics by epoch were used."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.confidence_level = data.get("confidence_level")
            self.difference_type = data.get("difference_type")
            self.epoch_enabled = data.get("epoch_enabled")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_stats_config: Callable[[Any], StatsConfig] = StatsConfig.from_dict
