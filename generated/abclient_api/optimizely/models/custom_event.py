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
    """An event that the customer's own code sends.

    Attributes:
        archived: Whether the event is archived.
        category: Category the event is counted under. Known values are add_to_cart, save, search, share,
            purchase, convert, sign_up, subscribe and other. The vendor's default: 'other'.
        created: When the event was created, UTC. Read-only.
        description: What the event stands for.
        event_properties: Properties the event carries.
        event_type: Always custom.
        id: Identifier of the event. Read-only.
        is_classic: True for an event of Optimizely Classic, which cannot be changed. Read-only. The vendor's
            default: False.
        is_editable: Whether the event can be changed. Read-only.
        key: Unique key within the project.
        name: Name; the key where none was given.
        project_id: Project the event belongs to. Read-only.
    """

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

    archived: bool | None = None
    category: str | None = None
    created: datetime.datetime | None = None
    description: str | None = None
    event_properties: list[EventProperty] | None = None
    event_type: Literal["custom"] | str | None = None
    id: int
    is_classic: bool | None = None
    is_editable: bool | None = None
    key: str | None = None
    name: str | None = None
    project_id: int | None = None

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
