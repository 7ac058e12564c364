from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Environment(Model):
    """An environment of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "account_id": "account_id",
        "archived": "archived",
        "priority": "priority",
        "project_id": "project_id",
        "revision": "revision",
        "role": "role",
        "has_restricted_permissions": "has_restricted_permissions",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """Number of it, given by the vendor."""
    key: str
    """Key of the environment, of letters, digits, `_` and `-`, at most 64."""
    name: str | None = None
    """Name shown to people."""
    account_id: int | None = None
    """Account that it belongs to."""
    archived: bool | None = None
    """Whether it is archived: hidden, and kept."""
    priority: int | None = None
    """Place of the environment in lists of the app."""
    project_id: int | None = None
    """Project that it belongs to."""
    revision: int | None = None
    """Grows by one with each change."""
    role: str | None = None
    """Role that the caller has for it, where roles are granted one by one."""
    has_restricted_permissions: bool | None = None
    """Whether changes here need a permission of their own."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data["key"]
            self.name = data.get("name")
            self.account_id = data.get("account_id")
            self.archived = data.get("archived")
            self.priority = data.get("priority")
            self.project_id = data.get("project_id")
            self.revision = data.get("revision")
            self.role = data.get("role")
            self.has_restricted_permissions = data.get("has_restricted_permissions")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment: Callable[[Any], Environment] = Environment.from_dict
