from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleasePoliciesAccessDenied(Model):
    """An action that is denied."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "action": "action",
        "reason": "reason",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "reason": "read_release_policies_access_denied_reason",
    }

    action: str | None = None
    """The action, such as updateOn."""
    reason: ReleasePoliciesAccessDeniedReason | None = None
    """Why."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.action = data.get("action")
            self.reason = None if (v := data.get("reason")) is None else read_release_policies_access_denied_reason(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_policies_access_denied: Callable[[Any], ReleasePoliciesAccessDenied] = (
    ReleasePoliciesAccessDenied.from_dict
)


from .release_policies_access_denied_reason import (
    ReleasePoliciesAccessDeniedReason,
    read_release_policies_access_denied_reason,
)
