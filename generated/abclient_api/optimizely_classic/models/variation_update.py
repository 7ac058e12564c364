from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationUpdate(Body):
    """Fields of a variation to change; the fields left out keep their values."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "js_component": "js_component",
        "weight": "weight",
        "is_paused": "is_paused",
    }

    description: str | Unset = UNSET
    """Name of the variation."""
    js_component: str | Unset = UNSET
    """JavaScript that turns the page into the variation."""
    weight: int | Unset = UNSET
    """Share of the experiment's traffic in basis points; the weights of an experiment should sum to 10000."""
    is_paused: bool | Unset = UNSET
    """True stops the traffic of the variation."""
