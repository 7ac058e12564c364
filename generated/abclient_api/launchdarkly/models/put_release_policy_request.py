from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class PutReleasePolicyRequest(Body):
    """A release policy, as it shall be."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "scope": "scope",
        "release_method": "releaseMethod",
        "guarded_release_config": "guardedReleaseConfig",
        "progressive_release_config": "progressiveReleaseConfig",
        "name": "name",
    }

    scope: ReleasePolicyScopeInput | Unset = UNSET
    """What it applies to; everything by default."""
    release_method: Literal["guarded-release", "immediate-release", "progressive-release"]
    """How flags are released."""
    guarded_release_config: GuardedReleaseConfigInput | Unset = UNSET
    """How guarded releases go, where that is the method."""
    progressive_release_config: ProgressiveReleaseConfigInput | Unset = UNSET
    """How progressive releases go, where that is the method."""
    name: str
    """A name for people."""


from .guarded_release_config_input import GuardedReleaseConfigInput
from .progressive_release_config_input import ProgressiveReleaseConfigInput
from .release_policy_scope_input import ReleasePolicyScopeInput
