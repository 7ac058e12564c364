from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .guarded_release_config_input import GuardedReleaseConfigInput
from .progressive_release_config_input import ProgressiveReleaseConfigInput
from .release_policy_scope_input import ReleasePolicyScopeInput


class PutReleasePolicyRequestFields(TypedDict, total=False):
    """A release policy, as it shall be.

    The fields of ``PutReleasePolicyRequest``, by keyword.
    """

    scope: ReleasePolicyScopeInput | Model | Mapping[str, Any]
    """What it applies to; everything by default."""
    release_method: Required[Literal["guarded-release", "immediate-release", "progressive-release"]]
    """How flags are released."""
    guarded_release_config: GuardedReleaseConfigInput | Model | Mapping[str, Any]
    """How guarded releases go, where that is the method."""
    progressive_release_config: ProgressiveReleaseConfigInput | Model | Mapping[str, Any]
    """How progressive releases go, where that is the method."""
    name: Required[str]
    """A name for people."""
