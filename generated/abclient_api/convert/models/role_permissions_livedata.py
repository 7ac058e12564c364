from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsLivedata(Model):
    """What a role may do: livedata."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "view_account_livedata": "view_account_livedata",
        "view_project_livedata": "view_project_livedata",
        "view_experience_livedata": "view_experience_livedata",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    view_account_livedata: bool | None = None
    """May see the live data of the account."""
    view_project_livedata: bool | None = None
    """May see the live data of projects."""
    view_experience_livedata: bool | None = None
    """May see the live data of experiences."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.view_account_livedata = data.get("view_account_livedata")
            self.view_project_livedata = data.get("view_project_livedata")
            self.view_experience_livedata = data.get("view_experience_livedata")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_livedata: Callable[[Any], RolePermissionsLivedata] = RolePermissionsLivedata.from_dict
