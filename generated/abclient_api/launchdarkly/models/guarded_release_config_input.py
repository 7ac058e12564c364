from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GuardedReleaseConfigInput(Body):
    """How guarded releases go."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rollout_context_kind_key": "rolloutContextKindKey",
        "min_sample_size": "minSampleSize",
        "rollback_on_regression": "rollbackOnRegression",
        "metric_keys": "metricKeys",
        "metric_group_keys": "metricGroupKeys",
        "stages": "stages",
    }

    rollout_context_kind_key: str | Unset = UNSET
    """Kind of context by which traffic is split."""
    min_sample_size: int | Unset = UNSET
    """How many units a decision needs at least."""
    rollback_on_regression: bool | Unset = UNSET
    """Whether a regression rolls the release back."""
    metric_keys: list[str] | Unset = UNSET
    """Keys of the metrics that guard it."""
    metric_group_keys: list[str] | Unset = UNSET
    """Keys of the groups of metrics that guard it."""
    stages: list[ReleasePolicyStageInput] | Unset = UNSET
    """The stages, in order."""


from .release_policy_stage_input import ReleasePolicyStageInput
