from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CustomEventCreate(Body):
    """What may be sent to create a custom event."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "category": "category",
        "description": "description",
        "event_properties": "event_properties",
        "event_type": "event_type",
        "key": "key",
        "name": "name",
    }

    archived: bool | Unset = UNSET
    """Whether the event is archived."""
    category: (
        Literal["add_to_cart", "save", "search", "share", "purchase", "convert", "sign_up", "subscribe", "other"]
        | Unset
    ) = UNSET
    """Category the event is counted under. The vendor's default: 'other'."""
    description: str | Unset = UNSET
    """What the event stands for."""
    event_properties: list[EventProperty] | Unset = UNSET
    """Properties the event carries."""
    event_type: Literal["custom"] | Unset = UNSET
    """Always custom."""
    key: str
    """Unique key within the project."""
    name: str | Unset = UNSET
    """Name; the key where none is given."""


from .event_property import EventProperty
