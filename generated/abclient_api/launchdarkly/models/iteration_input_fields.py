from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .flag_input import FlagInput
from .metric_input import MetricInput
from .treatment_input import TreatmentInput


class IterationInputFields(TypedDict, total=False):
    """A new iteration; when an experiment is created, its first one.

    The fields of ``IterationInput``, by keyword.
    """

    hypothesis: Required[str]
    """What the experiment is expected to show."""
    can_reshuffle_traffic: bool
    """Whether traffic may be reassigned when the audience is changed. The vendor's default: True."""
    metrics: Required[Sequence[MetricInput | Model | Mapping[str, Any]]]
    """What to measure; exactly one metric is the primary one."""
    treatments: Required[Sequence[TreatmentInput | Model | Mapping[str, Any]]]
    """The arms; exactly one is the baseline."""
    flags: Required[Mapping[str, FlagInput | Model | Mapping[str, Any]]]
    """The flags under test, by flag key."""
    randomization_unit: str
    """The unit by which traffic is split. The vendor's default: 'user'."""
