from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectSettings(Model):
    """How experiments are analysed, where it differs from the organization's settings."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "stats_engine": "statsEngine",
        "confidence_level": "confidenceLevel",
        "p_value_threshold": "pValueThreshold",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    stats_engine: str | None = None
    """Which statistics: bayesian or frequentist."""
    confidence_level: float | None = None
    """Chance to win from which a result counts, such as 0.95."""
    p_value_threshold: float | None = None
    """p-value below which a result counts, such as 0.05."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.stats_engine = data.get("statsEngine")
            self.confidence_level = data.get("confidenceLevel")
            self.p_value_threshold = data.get("pValueThreshold")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_settings: Callable[[Any], ProjectSettings] = ProjectSettings.from_dict
