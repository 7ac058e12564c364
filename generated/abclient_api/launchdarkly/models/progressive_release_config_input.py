from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProgressiveReleaseConfigInput(Body):
    """How progressive releases go."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rollout_context_kind_key": "rolloutContextKindKey",
        "stages": "stages",
    }

    rollout_context_kind_key: str | Unset = UNSET
    """Kind of context by which traffic is split."""
    stages: list[ReleasePolicyStageInput] | Unset = UNSET
    """The stages, in order."""


from .release_policy_stage_input import ReleasePolicyStageInput
