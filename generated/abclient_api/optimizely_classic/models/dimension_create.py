from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class DimensionCreate(Body):
    """A dimension to create.

    Attributes:
        name: Name of the dimension. One that exists already is answered with 400.
        client_api_name: Name client-side APIs use for the dimension. One that exists already is answered with
            400.
        description: What the dimension holds.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "client_api_name": "client_api_name",
        "description": "description",
    }

    name: str
    client_api_name: str | Unset = UNSET
    description: str | Unset = UNSET
