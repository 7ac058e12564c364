from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .in_page_event_config_input import InPageEventConfigInput


class InPageEventCreateFields(TypedDict, total=False):
    """What may be sent to create a click event on a page.

    The fields of ``InPageEventCreate``, by keyword.
    """

    archived: bool
    """Whether the event is archived."""
    category: Literal["add_to_cart", "save", "search", "share", "purchase", "convert", "sign_up", "subscribe", "other"]
    """Category the event is counted under. The vendor's default: 'other'."""
    config: InPageEventConfigInput | Model | Mapping[str, Any]
    """How a click on a page is to be recognised."""
    description: str
    """What the event stands for."""
    event_type: Required[Literal["click"]]
    """Always click."""
    key: str
    """Unique key within the project."""
    name: Required[str]
    """Name of the event."""
