from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class InPageEventUpdate(Body):
    """The fields of a click event to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "category": "category",
        "config": "config",
        "description": "description",
        "key": "key",
        "name": "name",
        "page_id": "page_id",
        "variation_specific": "variation_specific",
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
    key: str | Unset = UNSET
    """Unique key within the project."""
    name: str | Unset = UNSET
    """Name of the event."""
    page_id: int | Unset = UNSET
    """Page to move the event to."""
    variation_specific: bool | Unset = UNSET
    """Whether the event counts in some variations only."""


from .in_page_event_config_input import InPageEventConfigInput
