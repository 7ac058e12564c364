from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsReport(Model):
    """What a role may do: report."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "view": "view",
        "fulledit": "fulledit",
        "nochangeedit": "nochangeedit",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    view: bool | None = None
    """May see some."""
    fulledit: bool | None = None
    """May change everything about reports."""
    nochangeedit: bool | None = None
    """May change what does not change figures."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.view = data.get("view")
            self.fulledit = data.get("fulledit")
            self.nochangeedit = data.get("nochangeedit")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_report: Callable[[Any], RolePermissionsReport] = RolePermissionsReport.from_dict
