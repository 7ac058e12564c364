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
    """Of frequentist statistics: the confidence that is required, in whole percent from 50 to 99."""
    power: float | Unset = UNSET
    """Of frequentist statistics: the power that is required, in whole percent from 10 to 99."""
    test_type: Literal["one_tail", "one_tail_left", "one_tail_right", "two_tails", "sequential"] | Unset = UNSET
    """Of frequentist statistics: one or two sides, or a test that is valid at every look. The vendor's default:
    'two_tails'."""
    multiple_comparison_correction: Literal["none", "bonferroni", "sidak"] | Unset = UNSET
    """Of frequentist statistics: how the number of comparisons is accounted for."""
    power_calculation_type: Literal["dynamic_mde", "fixed_mde"] | Unset = UNSET
    """Of frequentist statistics: whether the effect to detect is the observed one or a fixed one. The vendor's
    default: 'dynamic_mde'."""
    fixed_mde: float | Unset = UNSET
    """Of frequentist statistics: the smallest effect to detect, as a relative improvement in percent."""
    mab_settings: MabSettings | None | Unset = UNSET
    """Settings of a multi-armed bandit, which moves traffic to what does well; null for none."""
    decision_threshold: float | Unset = UNSET
    """Of Bayesian statistics: the probability from which a variation is decided, in whole percent from 50 to 99."""
    risk_threshold: float | Unset = UNSET
    """Of Bayesian statistics: the largest acceptable risk, in whole percent from 1 to 100."""


from .mab_settings import MabSettings
