from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_json_string,
    to_datetime,
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Audience(Model):
    """A group of visitors that match set conditions."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project_id": "project_id",
        "name": "name",
        "description": "description",
        "conditions": "conditions",
        "segmentation": "segmentation",
        "archived": "archived",
        "created": "created",
        "last_modified": "last_modified",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": from_json_string,
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": to_json_string,
    }

    id: int
    """Unique id of the audience. Read-only."""
    project_id: int | None = None
    """Project the audience belongs to; on creation it is named by the path. Read-only. Required when it is
    created."""
    name: str | None = None
    """Name of the audience. Required when it is created."""
    description: str | None = None
    """Short description; empty by default."""
    conditions: Any = None
    """Who belongs to the audience. On the wire a string that holds JSON: an operator ("and", "or", "not")
    followed by conditions in one list, nested as needed; a condition is an object with `type` and, depending
    on it, `name`, `value` and `match_type`, all of them strings. An empty list matches nobody by itself."""
    segmentation: bool | None = None
    """Whether results can be segmented by the audience. Platinum accounts only, for at most ten audiences and
    dimensions."""
    archived: bool | None = None
    """Whether the audience is archived. Read-only."""
    created: datetime.datetime | None = None
    """Time of creation, UTC, in microseconds. Read-only."""
    last_modified: datetime.datetime | None = None
    """Time of the last change, UTC, in microseconds. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.project_id = data.get("project_id")
            self.name = data.get("name")
            self.description = data.get("description")
            self.conditions = None if (v := data.get("conditions")) is None else from_json_string(v)
            self.segmentation = data.get("segmentation")
            self.archived = data.get("archived")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
