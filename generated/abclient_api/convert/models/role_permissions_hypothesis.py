from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsHypothesis(Model):
    """What a role may do: hypothesis."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "add": "add",
        "edit": "edit",
        "view": "view",
        "delete_": "delete",
        "convert": "convert",
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
    convert: bool | None = None
    """May convert a hypothesis to an entry of the knowledge base."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.add = data.get("add")
            self.edit = data.get("edit")
            self.view = data.get("view")
            self.delete_ = data.get("delete")
            self.convert = data.get("convert")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_hypothesis: Callable[[Any], RolePermissionsHypothesis] = RolePermissionsHypothesis.from_dict
