from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TargetingList(Model):
    """An uploaded list of visitors, without its content."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project_id": "project_id",
        "account_id": "account_id",
        "name": "name",
        "description": "description",
        "list_type": "list_type",
        "key_fields": "key_fields",
        "format": "format",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int
    """Unique id of the list. Read-only."""
    project_id: int | None = None
    """Project the list belongs to; on creation it is named by the path. Read-only. Required when it is created."""
    account_id: int | None = None
    """Account the list belongs to. Read-only."""
    name: str | None = None
    """Unique name, of letters, digits, hyphens and underscores. It cannot be changed. Read-only. Required when
    it is created."""
    description: str | None = None
    """Short description."""
    list_type: Literal[1, 2, 3] | int | None = None
    """What the list holds: 1 cookie values, 2 query parameter values, 3 zip codes. Required when it is created."""
    key_fields: str | None = None
    """Names of the cookies (`list_type` 1) or query parameters (`list_type` 2) to look at, comma-separated.
    Required when it is created."""
    format: Literal["csv"] | str | None = None
    """Format of the content, always csv. It cannot be changed. Read-only. Required when it is created."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.project_id = data.get("project_id")
            self.account_id = data.get("account_id")
            self.name = data.get("name")
            self.description = data.get("description")
            self.list_type = data.get("list_type")
            self.key_fields = data.get("key_fields")
            self.format = data.get("format")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
