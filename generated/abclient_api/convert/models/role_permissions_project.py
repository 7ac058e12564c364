from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsProject(Model):
    """What a role may do: project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "add": "add",
        "edit": "edit",
        "view": "view",
        "delete_": "delete",
        "import_": "import",
        "export": "export",
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
    import_: bool | None = None
    """May import projects."""
    export: bool | None = None
    """May export projects."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.add = data.get("add")
            self.edit = data.get("edit")
            self.view = data.get("view")
            self.delete_ = data.get("delete")
            self.import_ = data.get("import")
            self.export = data.get("export")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_project: Callable[[Any], RolePermissionsProject] = RolePermissionsProject.from_dict
