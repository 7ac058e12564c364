from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CustomEventCreate(Body):
    """What may be sent to create a custom event.

    Attributes:
        archived: Whether the event is archived.
        category: Category the event is counted under. Known values are add_to_cart, save, search, share,
            purchase, convert, sign_up, subscribe and other. The vendor's default: 'other'.
        description: What the event stands for.
        event_properties: Properties the event carries.
        event_type: Always custom.
        key: Unique key within the project.
        name: Name; the key where none is given.
    """

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
    category: str | Unset = UNSET
    description: str | Unset = UNSET
    event_properties: list[EventProperty] | Unset = UNSET
    event_type: Literal["custom"] | Unset = UNSET
    key: str
    name: str | Unset = UNSET


from .event_property import EventProperty
