from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationInput(Body):
    """A variation as it is sent.

    Attributes:
        name: The variation's name. Required when it is created.
        id: The variation's id; leave it out for a new one. Read-only.
        url: The page to send visitors to, in split_url experiences.
        js: JavaScript from the visual editor, or written by hand in its manner.
        customjs: JavaScript written for this variation.
        css: CSS that the variation loads.
        percentage: Its share of the traffic, in percent; optional.
    """

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
    id: str | Unset = UNSET
    url: str | Unset = UNSET
    js: str | Unset = UNSET
    customjs: str | Unset = UNSET
    css: str | Unset = UNSET
    percentage: float | Unset = UNSET
