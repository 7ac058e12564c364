from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsExperience(Model):
    """What a role may do: experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "add": "add",
        "edit": "edit",
        "view": "view",
        "delete_": "delete",
        "edit_running": "edit_running",
        "clone": "clone",
        "pauseplay": "pauseplay",
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
    edit_running: bool | None = None
    """May change those that are in use by running experiences."""
    clone: bool | None = None
    """May copy some."""
    pauseplay: bool | None = None
    """May start and pause some."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.add = data.get("add")
            self.edit = data.get("edit")
            self.view = data.get("view")
            self.delete_ = data.get("delete")
            self.edit_running = data.get("edit_running")
            self.clone = data.get("clone")
            self.pauseplay = data.get("pauseplay")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_experience: Callable[[Any], RolePermissionsExperience] = RolePermissionsExperience.from_dict
