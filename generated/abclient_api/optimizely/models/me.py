from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Me(Model):
    """The person the token belongs to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "accounts": "accounts",
        "current_account": "current_account",
        "id": "id",
        "profile": "profile",
        "project_roles": "project_roles",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "accounts": "list of read_account",
        "current_account": "read_current_account",
        "profile": "read_user_profile",
        "project_roles": "list of read_project_role",
    }

    accounts: list[Account] | None = None
    """Accounts the person can use. Read-only."""
    current_account: CurrentAccount | None = None
    """The account in use."""
    id: str | None = None
    """Identifier (UUID) of the person. Read-only."""
    profile: UserProfile | None = None
    """A person's profile."""
    project_roles: list[ProjectRole] | None = None
    """Roles by project in the account in use. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.accounts = (
                None if (v := data.get("accounts")) is None else [read_account(x0) for x0 in items(v) if x0 is not None]
            )
            self.current_account = None if (v := data.get("current_account")) is None else read_current_account(v)
            self.id = data.get("id")
            self.profile = None if (v := data.get("profile")) is None else read_user_profile(v)
            self.project_roles = (
                None
                if (v := data.get("project_roles")) is None
                else [read_project_role(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .account import Account, read_account
from .current_account import CurrentAccount, read_current_account
from .project_role import ProjectRole, read_project_role
from .user_profile import UserProfile, read_user_profile
