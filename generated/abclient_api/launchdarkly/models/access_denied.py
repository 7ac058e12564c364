from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccessDenied(Model):
    """An action that is denied."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "action": "action",
        "reason": "reason",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "reason": "read_access_denied_reason",
    }

    action: str | None = None
    """The action, such as updateOn."""
    reason: AccessDeniedReason | None = None
    """Why."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.action = data.get("action")
            self.reason = None if (v := data.get("reason")) is None else read_access_denied_reason(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_access_denied: Callable[[Any], AccessDenied] = AccessDenied.from_dict


from .access_denied_reason import AccessDeniedReason, read_access_denied_reason
