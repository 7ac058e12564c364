from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationCreate(Body):
    """A variation to create."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "js_component": "js_component",
        "weight": "weight",
        "is_paused": "is_paused",
    }

    description: str
    """Name of the variation."""
    js_component: str | Unset = UNSET
    """JavaScript that turns the page into the variation. An original needs none. The vendor's default: ''."""
    weight: int | Unset = UNSET
    """Share of the experiment's traffic in basis points; the weights of an experiment should sum to 10000."""
    is_paused: bool | Unset = UNSET
    """True to create the variation without traffic."""
