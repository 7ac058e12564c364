from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class IterationInput(Body):
    """A new iteration; when an experiment is created, its first one."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "hypothesis": "hypothesis",
        "can_reshuffle_traffic": "canReshuffleTraffic",
        "metrics": "metrics",
        "treatments": "treatments",
        "flags": "flags",
        "randomization_unit": "randomizationUnit",
    }

    hypothesis: str
    """What the experiment is expected to show."""
    can_reshuffle_traffic: bool | Unset = UNSET
    """Whether traffic may be reassigned when the audience is changed. The vendor's default: True."""
    metrics: list[MetricInput]
    """What to measure; exactly one metric is the primary one."""
    treatments: list[TreatmentInput]
    """The arms; exactly one is the baseline."""
    flags: dict[str, FlagInput]
    """The flags under test, by flag key."""
    randomization_unit: str | Unset = UNSET
    """The unit by which traffic is split. The vendor's default: 'user'."""


from .flag_input import FlagInput
from .metric_input import MetricInput
from .treatment_input import TreatmentInput
