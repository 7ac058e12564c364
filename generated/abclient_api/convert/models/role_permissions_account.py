from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsAccount(Model):
    """What a role may do: account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "manage_addons": "manage_addons",
        "manage_sso": "manage_sso",
        "manage_api_keys": "manage_api_keys",
        "manage_blocked_ips": "manage_blocked_ips",
        "edit": "edit",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    manage_addons: bool | None = None
    """May buy addons."""
    manage_sso: bool | None = None
    """May change single sign-on."""
    manage_api_keys: bool | None = None
    """May create and remove API keys."""
    manage_blocked_ips: bool | None = None
    """May change which addresses are not tracked."""
    edit: bool | None = None
    """May change some."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.manage_addons = data.get("manage_addons")
            self.manage_sso = data.get("manage_sso")
            self.manage_api_keys = data.get("manage_api_keys")
            self.manage_blocked_ips = data.get("manage_blocked_ips")
            self.edit = data.get("edit")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_account: Callable[[Any], RolePermissionsAccount] = RolePermissionsAccount.from_dict
