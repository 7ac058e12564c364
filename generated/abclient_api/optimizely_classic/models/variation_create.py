from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationCreate(Body):
    """A variation to create.

    Attributes:
        description: Name of the variation.
        js_component: JavaScript that turns the page into the variation. An original needs none. The vendor's
            default: ''.
        weight: Share of the experiment's traffic in basis points; the weights of an experiment should sum to
            10000.
        is_paused: True to create the variation without traffic.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "js_component": "js_component",
        "weight": "weight",
        "is_paused": "is_paused",
    }

    description: str
    js_component: str | Unset = UNSET
    weight: int | Unset = UNSET
    is_paused: bool | Unset = UNSET
