from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from .event_property import EventProperty


class CustomEventCreateFields(TypedDict, total=False):
    """What may be sent to create a custom event.

    The fields of ``CustomEventCreate``, by keyword.
    """

    archived: bool
    """Whether the event is archived."""
    category: Literal["add_to_cart", "save", "search", "share", "purchase", "convert", "sign_up", "subscribe", "other"]
    """Category the event is counted under. The vendor's default: 'other'."""
    description: str
    """What the event stands for."""
    event_properties: Sequence[EventProperty | Mapping[str, Any]]
    """Properties the event carries."""
    event_type: Literal["custom"]
    """Always custom."""
    key: Required[str]
    """Unique key within the project."""
    name: str
    """Name; the key where none is given."""
