from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationInput(Body):
    """A variation as it is sent."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "id": "id",
        "url": "url",
        "js": "js",
        "customjs": "customjs",
        "css": "css",
        "percentage": "percentage",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)
    NEEDED_ON_CREATE: ClassVar[tuple[str, ...]] = ("name",)

    name: str | Unset = UNSET
    """The variation's name. Required when it is created."""
    id: str | Unset = UNSET
    """The variation's id; leave it out for a new one. Read-only."""
    url: str | Unset = UNSET
    """The page to send visitors to, in split_url experiences."""
    js: str | Unset = UNSET
    """JavaScript from the visual editor, or written by hand in its manner."""
    customjs: str | Unset = UNSET
    """JavaScript written for this variation."""
    css: str | Unset = UNSET
    """CSS that the variation loads."""
    percentage: float | Unset = UNSET
    """Its share of the traffic, in percent; optional."""
