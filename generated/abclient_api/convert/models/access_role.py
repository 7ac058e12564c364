from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccessRole(Model):
    """A role, and what it may do."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "permissions": "permissions",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "permissions": "read_role_permissions",
    }

    name: str | None = None
    """What it is called."""
    permissions: RolePermissions | None = None
    """What the role may do."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.permissions = None if (v := data.get("permissions")) is None else read_role_permissions(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_access_role: Callable[[Any], AccessRole] = AccessRole.from_dict


from .role_permissions import RolePermissions, read_role_permissions
