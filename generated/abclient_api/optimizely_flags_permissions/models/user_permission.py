from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserPermission(Model):
    """Role of a user."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "email": "email",
        "first_name": "first_name",
        "last_name": "last_name",
        "role": "role",
        "role_inherited": "role_inherited",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    user_id: str | None = None
    """Identifier of the user."""
    email: str | None = None
    """Address of the user."""
    first_name: str | None = None
    """First name."""
    last_name: str | None = None
    """Last name."""
    role: Literal["admin", "publish", "toggle", "edit", "view", "none", "unknown"] | str | None = None
    """Role that the user was given."""
    role_inherited: Literal["admin", "publish", "toggle", "edit", "view", "none", "unknown"] | str | None = None
    """Role that follows from the user's role in the project."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.user_id = data.get("user_id")
            self.email = data.get("email")
            self.first_name = data.get("first_name")
            self.last_name = data.get("last_name")
            self.role = data.get("role")
            self.role_inherited = data.get("role_inherited")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_user_permission: Callable[[Any], UserPermission] = UserPermission.from_dict
