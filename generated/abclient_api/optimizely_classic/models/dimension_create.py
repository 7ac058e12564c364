from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class DimensionCreate(Body):
    """A dimension to create."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "client_api_name": "client_api_name",
        "description": "description",
    }

    name: str
    """Name of the dimension. One that exists already is answered with 400."""
    client_api_name: str | Unset = UNSET
    """Name client-side APIs use for the dimension. One that exists already is answered with 400."""
    description: str | Unset = UNSET
    """What the dimension holds."""
