from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserPermissionItem(Model):
    """Role of a user for an entity."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "role": "role",
        "role_inherited": "role_inherited",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """Number of the entity."""
    key: str | None = None
    """Key of the entity."""
    name: str | None = None
    """Name of the entity."""
    role: str | None = None
    """Role that the user was given."""
    role_inherited: str | None = None
    """Role that follows from the user's role in the project."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data.get("key")
            self.name = data.get("name")
            self.role = data.get("role")
            self.role_inherited = data.get("role_inherited")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_user_permission_item: Callable[[Any], UserPermissionItem] = UserPermissionItem.from_dict
