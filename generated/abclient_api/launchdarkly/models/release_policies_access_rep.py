from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleasePoliciesAccessRep(Model):
    """What the token may do with a release policy."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "denied": "denied",
        "allowed": "allowed",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "denied": "list of read_release_policies_access_denied",
        "allowed": "list of read_release_policies_access_allowed_rep",
    }

    denied: list[ReleasePoliciesAccessDenied] | None = None
    """What is denied, and why."""
    allowed: list[ReleasePoliciesAccessAllowedRep] | None = None
    """What is allowed, and why."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.denied = (
                None
                if (v := data.get("denied")) is None
                else [read_release_policies_access_denied(x0) for x0 in items(v) if x0 is not None]
            )
            self.allowed = (
                None
                if (v := data.get("allowed")) is None
                else [read_release_policies_access_allowed_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_policies_access_rep: Callable[[Any], ReleasePoliciesAccessRep] = ReleasePoliciesAccessRep.from_dict


from .release_policies_access_allowed_rep import (
    ReleasePoliciesAccessAllowedRep,
    read_release_policies_access_allowed_rep,
)
from .release_policies_access_denied import ReleasePoliciesAccessDenied, read_release_policies_access_denied
