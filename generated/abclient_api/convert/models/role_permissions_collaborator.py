from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsCollaborator(Model):
    """What a role may do: collaborator."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "view": "view",
        "crud": "crud",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    view: bool | None = None
    """May see some."""
    crud: bool | None = None
    """May add, change and remove some."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.view = data.get("view")
            self.crud = data.get("crud")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_collaborator: Callable[[Any], RolePermissionsCollaborator] = RolePermissionsCollaborator.from_dict
