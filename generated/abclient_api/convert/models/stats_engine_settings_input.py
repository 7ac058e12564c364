from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class StatsEngineSettingsInput(Body):
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

    stats_type: Literal["frequentist", "bayesian"] | Unset = UNSET
    """The kind of statistics."""
    confidence: float | Unset = UNSET
    """The confidence that is required, in percent, from 50 to 99."""
    power: float | Unset = UNSET
    """The power that is required, in percent."""
    test_type: Literal["one_tail", "one_tail_left", "one_tail_right", "two_tails", "sequential"] | Unset = UNSET
    """Which test is made. The vendor's default: 'two_tails'."""
    multiple_comparison_correction: Literal["none", "bonferroni", "sidak"] | Unset = UNSET
    """How the number of comparisons is accounted for."""
    power_calculation_type: Literal["dynamic_mde", "fixed_mde"] | Unset = UNSET
    """Whether the effect to detect is the observed one or a fixed one. The vendor's default: 'dynamic_mde'."""
    fixed_mde: float | Unset = UNSET
    """The smallest effect to detect, as a relative improvement in percent."""
    mab_settings: MabSettings | None | Unset = UNSET
    """Settings of a multi-armed bandit."""
    decision_threshold: float | Unset = UNSET
    """The probability from which a variation counts as decided, in percent."""
    risk_threshold: float | Unset = UNSET
    """The largest acceptable risk, in percent."""


from .mab_settings import MabSettings
