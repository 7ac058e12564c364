from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Me(Model):
    """The person the token belongs to.

    Attributes:
        accounts: Accounts the person can use. Read-only.
        current_account: The account in use.
        id: Identifier (UUID) of the person. Read-only.
        profile: A person's profile.
        project_roles: Roles by project in the account in use. Read-only.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "accounts": "accounts",
        "current_account": "current_account",
        "id": "id",
        "profile": "profile",
        "project_roles": "project_roles",
    }

    accounts: list[Account] | None = None
    current_account: CurrentAccount | None = None
    id: str | None = None
    profile: UserProfile | None = None
    project_roles: list[ProjectRole] | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.accounts = (
                None if (v := get("accounts")) is None else [Account.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
            self.current_account = None if (v := get("current_account")) is None else CurrentAccount.from_dict(v)
            self.id = get("id")
            self.profile = None if (v := get("profile")) is None else UserProfile.from_dict(v)
            self.project_roles = (
                None
                if (v := get("project_roles")) is None
                else [ProjectRole.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .account import Account
from .current_account import CurrentAccount
from .project_role import ProjectRole
from .user_profile import UserProfile
