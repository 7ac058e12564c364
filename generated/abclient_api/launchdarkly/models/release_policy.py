from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleasePolicy(Model):
    """A release policy: how flags of some environments and tags are released."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "access": "_access",
        "id": "_id",
        "scope": "scope",
        "rank": "rank",
        "release_method": "releaseMethod",
        "guarded_release_config": "guardedReleaseConfig",
        "progressive_release_config": "progressiveReleaseConfig",
        "name": "name",
        "key": "key",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "access": "read_release_policies_access_rep",
        "scope": "read_release_policy_scope",
        "guarded_release_config": "read_guarded_release_config",
        "progressive_release_config": "read_progressive_release_config",
    }

    access: ReleasePoliciesAccessRep | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    id: str | None = None
    """Its id."""
    scope: ReleasePolicyScope | None = None
    """What it applies to; everything by default."""
    rank: int | None = None
    """Its place in the order of policies; the first that applies counts."""
    release_method: Literal["guarded-release", "immediate-release", "progressive-release"] | str | None = None
    """How flags are released."""
    guarded_release_config: GuardedReleaseConfig | None = None
    """How guarded releases go, where that is the method."""
    progressive_release_config: ProgressiveReleaseConfig | None = None
    """How progressive releases go, where that is the method."""
    name: str | None = None
    """A name for people."""
    key: str
    """Its key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.access = None if (v := data.get("_access")) is None else read_release_policies_access_rep(v)
            self.id = data.get("_id")
            self.scope = None if (v := data.get("scope")) is None else read_release_policy_scope(v)
            self.rank = data.get("rank")
            self.release_method = data.get("releaseMethod")
            self.guarded_release_config = (
                None if (v := data.get("guardedReleaseConfig")) is None else read_guarded_release_config(v)
            )
            self.progressive_release_config = (
                None if (v := data.get("progressiveReleaseConfig")) is None else read_progressive_release_config(v)
            )
            self.name = data.get("name")
            self.key = data["key"]
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_policy: Callable[[Any], ReleasePolicy] = ReleasePolicy.from_dict


from .guarded_release_config import GuardedReleaseConfig, read_guarded_release_config
from .progressive_release_config import ProgressiveReleaseConfig, read_progressive_release_config
from .release_policies_access_rep import ReleasePoliciesAccessRep, read_release_policies_access_rep
from .release_policy_scope import ReleasePolicyScope, read_release_policy_scope
