from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class StatsEngineSettings(Model):
    """How figures are computed; which fields it has depends on the kind of statistics."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "stats_type": "stats_type",
        "confidence": "confidence",
        "power": "power",
        "test_type": "test_type",
        "multiple_comparison_correction": "multiple_comparison_correction",
        "power_calculation_type": "power_calculation_type",
        "fixed_mde": "fixed_mde",
        "mab_settings": "mab_settings",
        "decision_threshold": "decision_threshold",
        "risk_threshold": "risk_threshold",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "mab_settings": "read_mab_settings",
    }

    stats_type: Literal["frequentist", "bayesian"] | str | None = None
    """The kind of statistics."""
    confidence: float | None = None
    """Of frequentist statistics: the confidence that is required, in whole percent from 50 to 99."""
    power: float | None = None
    """Of frequentist statistics: the power that is required, in whole percent from 10 to 99."""
    test_type: Literal["one_tail", "one_tail_left", "one_tail_right", "two_tails", "sequential"] | str | None = None
    """Of frequentist statistics: one or two sides, or a test that is valid at every look. The vendor's default:
    'two_tails'."""
    multiple_comparison_correction: Literal["none", "bonferroni", "sidak"] | str | None = None
    """Of frequentist statistics: how the number of comparisons is accounted for."""
    power_calculation_type: Literal["dynamic_mde", "fixed_mde"] | str | None = None
    """Of frequentist statistics: whether the effect to detect is the observed one or a fixed one. The vendor's
    default: 'dynamic_mde'."""
    fixed_mde: float | None = None
    """Of frequentist statistics: the smallest effect to detect, as a relative improvement in percent."""
    mab_settings: MabSettings | None = None
    """Settings of a multi-armed bandit, which moves traffic to what does well; null for none."""
    decision_threshold: float | None = None
    """Of Bayesian statistics: the probability from which a variation is decided, in whole percent from 50 to 99."""
    risk_threshold: float | None = None
    """Of Bayesian statistics: the largest acceptable risk, in whole percent from 1 to 100."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.stats_type = data.get("stats_type")
            self.confidence = data.get("confidence")
            self.power = data.get("power")
            self.test_type = data.get("test_type")
            self.multiple_comparison_correction = data.get("multiple_comparison_correction")
            self.power_calculation_type = data.get("power_calculation_type")
            self.fixed_mde = data.get("fixed_mde")
            self.mab_settings = None if (v := data.get("mab_settings")) is None else read_mab_settings(v)
            self.decision_threshold = data.get("decision_threshold")
            self.risk_threshold = data.get("risk_threshold")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_stats_engine_settings: Callable[[Any], StatsEngineSettings] = StatsEngineSettings.from_dict


from .mab_settings import MabSettings, read_mab_settings
