from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Attribute(Model):
    """A property of visitors by which audiences and results are cut."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "condition_type": "condition_type",
        "description": "description",
        "id": "id",
        "key": "key",
        "last_modified": "last_modified",
        "name": "name",
        "project_id": "project_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    archived: bool | None = None
    """Whether the attribute is archived. The vendor's default: False."""
    condition_type: Literal["custom_attribute", "custom_dimension"] | str | None = None
    """`custom_dimension` belongs to an Optimizely Classic experiment and cannot be changed. Read-only. The
    vendor's default: 'custom_attribute'."""
    description: str | None = None
    """What the attribute means."""
    id: int
    """Identifier of the attribute. Read-only."""
    key: str | None = None
    """Unique key within the project; it may contain blanks."""
    last_modified: datetime.datetime | None = None
    """When the attribute was last changed, UTC. Read-only."""
    name: str | None = None
    """Name; in Full Stack projects set to the key. Audience conditions refer to it."""
    project_id: int | None = None
    """Project the attribute belongs to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.condition_type = data.get("condition_type")
            self.description = data.get("description")
            self.id = data["id"]
            self.key = data.get("key")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
