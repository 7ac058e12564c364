from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsHistory(Model):
    """What a role may do: history."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "view_account_history": "view_account_history",
        "view_project_history": "view_project_history",
        "view_experience_history": "view_experience_history",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    view_account_history: bool | None = None
    """May see the history of the account."""
    view_project_history: bool | None = None
    """May see the history of projects."""
    view_experience_history: bool | None = None
    """May see the history of experiences."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.view_account_history = data.get("view_account_history")
            self.view_project_history = data.get("view_project_history")
            self.view_experience_history = data.get("view_experience_history")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_history: Callable[[Any], RolePermissionsHistory] = RolePermissionsHistory.from_dict
