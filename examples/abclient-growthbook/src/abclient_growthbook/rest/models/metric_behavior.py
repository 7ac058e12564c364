from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from abclient_api._models import Model, entries, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricBehavior(Model):
    """How a metric is analysed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "goal": "goal",
        "capping_settings": "cappingSettings",
        "window_settings": "windowSettings",
        "prior_settings": "priorSettings",
        "risk_threshold_success": "riskThresholdSuccess",
        "risk_threshold_danger": "riskThresholdDanger",
        "min_percent_change": "minPercentChange",
        "max_percent_change": "maxPercentChange",
        "min_sample_size": "minSampleSize",
        "target_mde": "targetMDE",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "capping_settings": "map of any",
        "window_settings": "map of any",
        "prior_settings": "map of any",
    }

    goal: Literal["increase", "decrease"] | str | None = None
    """Which direction is wanted."""
    capping_settings: dict[str, Any] | None = None
    """How outliers are treated."""
    window_settings: dict[str, Any] | None = None
    """How long after exposure conversions count."""
    prior_settings: dict[str, Any] | None = None
    """What is assumed of effects before there are data."""
    risk_threshold_success: float | None = None
    """Risk below which a win counts."""
    risk_threshold_danger: float | None = None
    """Risk above which a loss counts."""
    min_percent_change: float | None = None
    """Change below which a result does not matter."""
    max_percent_change: float | None = None
    """Change above which a result is doubted."""
    min_sample_size: float | None = None
    """Count from which results are shown."""
    target_mde: float | None = None
    """Effect that experiments are planned for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.goal = data.get("goal")
            self.capping_settings = None if (v := data.get("cappingSettings")) is None else entries(v)
            self.window_settings = None if (v := data.get("windowSettings")) is None else entries(v)
            self.prior_settings = None if (v := data.get("priorSettings")) is None else entries(v)
            self.risk_threshold_success = data.get("riskThresholdSuccess")
            self.risk_threshold_danger = data.get("riskThresholdDanger")
            self.min_percent_change = data.get("minPercentChange")
            self.max_percent_change = data.get("maxPercentChange")
            self.min_sample_size = data.get("minSampleSize")
            self.target_mde = data.get("targetMDE")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_behavior: Callable[[Any], MetricBehavior] = MetricBehavior.from_dict
