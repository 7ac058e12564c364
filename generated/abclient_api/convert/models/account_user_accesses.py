from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountUserAccesses(Model):
    """A collaborator, and what they may do in which projects."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "first_name": "first_name",
        "last_name": "last_name",
        "accesses": "accesses",
        "email": "email",
        "user_id": "user_id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "accesses": "list of read_project_access",
    }

    first_name: str | None = None
    """The given name."""
    last_name: str | None = None
    """The family name."""
    accesses: list[ProjectAccess] | None = None
    """Which projects, and with which role."""
    email: str | None = None
    """The user's address."""
    user_id: str | None = None
    """The id of the user."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.first_name = data.get("first_name")
            self.last_name = data.get("last_name")
            self.accesses = (
                None
                if (v := data.get("accesses")) is None
                else [read_project_access(x0) for x0 in items(v) if x0 is not None]
            )
            self.email = data.get("email")
            self.user_id = data.get("user_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_user_accesses: Callable[[Any], AccountUserAccesses] = AccountUserAccesses.from_dict


from .project_access import ProjectAccess, read_project_access
