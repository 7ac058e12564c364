from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsGoal(Model):
    """What a role may do: goal."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "add": "add",
        "edit": "edit",
        "view": "view",
        "delete_": "delete",
        "clone": "clone",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    add: bool | None = None
    """May add some."""
    edit: bool | None = None
    """May change some."""
    view: bool | None = None
    """May see some."""
    delete_: bool | None = None
    """May remove some."""
    clone: bool | None = None
    """May copy some."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.add = data.get("add")
            self.edit = data.get("edit")
            self.view = data.get("view")
            self.delete_ = data.get("delete")
            self.clone = data.get("clone")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_goal: Callable[[Any], RolePermissionsGoal] = RolePermissionsGoal.from_dict
