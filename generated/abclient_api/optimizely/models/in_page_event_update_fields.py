from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from ..._models import Model
from .in_page_event_config_input import InPageEventConfigInput


class InPageEventUpdateFields(TypedDict, total=False):
    """The fields of a click event to change.

    The fields of ``InPageEventUpdate``, by keyword.
    """

    archived: bool
    """Whether the event is archived."""
    category: Literal["add_to_cart", "save", "search", "share", "purchase", "convert", "sign_up", "subscribe", "other"]
    """Category the event is counted under. The vendor's default: 'other'."""
    config: InPageEventConfigInput | Model | Mapping[str, Any]
    """How a click on a page is to be recognised."""
    description: str
    """What the event stands for."""
    key: str
    """Unique key within the project."""
    name: str
    """Name of the event."""
    page_id: int
    """Page to move the event to."""
    variation_specific: bool
    """Whether the event counts in some variations only."""
