from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class ProjectSettingsInput(Body):
    """How experiments are analysed, where it differs from the organization's settings."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "stats_engine": "statsEngine",
        "confidence_level": "confidenceLevel",
        "p_value_threshold": "pValueThreshold",
    }

    stats_engine: str | Unset = UNSET
    """Which statistics: bayesian or frequentist."""
    confidence_level: float | Unset = UNSET
    """Chance to win from which a result counts, such as 0.95."""
    p_value_threshold: float | Unset = UNSET
    """p-value below which a result counts, such as 0.05."""
