from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ApproversResponse(Model):
    """A user who can approve changes."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "email": "email",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    user_id: int | None = None
    """Number of the user."""
    email: str | None = None
    """Address of the user."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.user_id = data.get("user_id")
            self.email = data.get("email")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_approvers_response: Callable[[Any], ApproversResponse] = ApproversResponse.from_dict
