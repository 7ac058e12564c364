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
class Event(Model):
    """Something visitors do, of any kind: custom, click, page view, or one of Optimizely Classic's."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "category": "category",
        "config": "config",
        "created": "created",
        "description": "description",
        "event_filter": "event_filter",
        "event_properties": "event_properties",
        "event_type": "event_type",
        "id": "id",
        "is_classic": "is_classic",
        "is_editable": "is_editable",
        "key": "key",
        "last_modified": "last_modified",
        "name": "name",
        "page_id": "page_id",
        "project_id": "project_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "config": "read_in_page_event_config",
        "event_filter": "read_event_filter",
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
    config: InPageEventConfig | None = None
    """How a click on a page is recognised."""
    created: datetime.datetime | None = None
    """When the event was created, UTC. Read-only."""
    description: str | None = None
    """What the event stands for."""
    event_filter: EventFilter | None = None
    """The elements of a click event in older answers; now `config`."""
    event_properties: list[EventProperty] | None = None
    """Properties the event carries."""
    event_type: (
        Literal[
            "custom",
            "click",
            "pageview",
            "classic_custom",
            "classic_click",
            "classic_pageview",
            "classic_engagement",
            "classic_revenue",
            "classic_mobile_tap",
            "classic_mobile_view",
            "classic_mobile_session_length",
            "classic_mobile_num_session",
        ]
        | str
        | None
    ) = None
    """Kind of the event."""
    id: int
    """Identifier of the event. Read-only."""
    is_classic: bool | None = None
    """True for an event of Optimizely Classic, which cannot be changed. Read-only. The vendor's default: False."""
    is_editable: bool | None = None
    """Whether the event can be changed. Read-only."""
    key: str | None = None
    """Unique key within the project."""
    last_modified: datetime.datetime | None = None
    """When the event was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the event."""
    page_id: int | None = None
    """Page of the event, for clicks and page views."""
    project_id: int | None = None
    """Project the event belongs to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.category = data.get("category")
            self.config = None if (v := data.get("config")) is None else read_in_page_event_config(v)
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.event_filter = None if (v := data.get("event_filter")) is None else read_event_filter(v)
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
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.page_id = data.get("page_id")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .event_filter import EventFilter, read_event_filter
from .event_property import EventProperty, read_event_property
from .in_page_event_config import InPageEventConfig, read_in_page_event_config
