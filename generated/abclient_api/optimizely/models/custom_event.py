from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CustomEvent(Model):
    """An event that the customer's own code sends."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "category": "category",
        "created": "created",
        "description": "description",
        "event_properties": "event_properties",
        "event_type": "event_type",
        "id": "id",
        "is_classic": "is_classic",
        "is_editable": "is_editable",
        "key": "key",
        "name": "name",
        "project_id": "project_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "event_properties": "list of read_event_property",
    }

    archived: bool | None = None
    """Whether the event is archived."""
    category: (
        Literal["add_to_cart", "save", "search", "share", "purchase", "convert", "sign_up", "subscribe", "other"]
        | str
        | None
    ) = None
    """Category the event is counted under. The vendor's default: 'other'."""
    created: datetime.datetime | None = None
    """When the event was created, UTC. Read-only."""
    description: str | None = None
    """What the event stands for."""
    event_properties: list[EventProperty] | None = None
    """Properties the event carries."""
    event_type: Literal["custom"] | str | None = None
    """Always custom."""
    id: int
    """Identifier of the event. Read-only."""
    is_classic: bool | None = None
    """True for an event of Optimizely Classic, which cannot be changed. Read-only. The vendor's default: False."""
    is_editable: bool | None = None
    """Whether the event can be changed. Read-only."""
    key: str | None = None
    """Unique key within the project."""
    name: str | None = None
    """Name; the key where none was given."""
    project_id: int | None = None
    """Project the event belongs to. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.category = data.get("category")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.event_properties = (
                None
                if (v := data.get("event_properties")) is None
                else [read_event_property(x0) for x0 in items(v) if x0 is not None]
            )
            self.event_type = data.get("event_type")
            self.id = data["id"]
            self.is_classic = data.get("is_classic")
            self.is_editable = data.get("is_editable")
            self.key = data.get("key")
            self.name = data.get("name")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .event_property import EventProperty, read_event_property
