from typing import Literal, TypedDict


class CustomEventUpdateFields(TypedDict, total=False):
    """The fields of a custom event to change.

    The fields of ``CustomEventUpdate``, by keyword.
    """

    archived: bool
    """Whether the event is archived."""
    category: Literal["add_to_cart", "save", "search", "share", "purchase", "convert", "sign_up", "subscribe", "other"]
    """Category the event is counted under."""
    description: str
    """What the event stands for."""
    event_type: Literal["custom"]
    """Always custom."""
    key: str
    """Unique key within the project."""
    name: str
    """Name of the event."""
