from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class InPageEventCreate(Body):
    """What may be sent to create a click event on a page."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "category": "category",
        "config": "config",
        "description": "description",
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
    config: InPageEventConfigInput | Unset = UNSET
    """How a click on a page is to be recognised."""
    description: str | Unset = UNSET
    """What the event stands for."""
    event_type: Literal["click"]
    """Always click."""
    key: str | Unset = UNSET
    """Unique key within the project."""
    name: str
    """Name of the event."""


from .in_page_event_config_input import InPageEventConfigInput
