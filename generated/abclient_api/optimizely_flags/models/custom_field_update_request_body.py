from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CustomFieldUpdateRequestBody(Body):
    """Changes to a custom field."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "required": "required",
    }

    name: str | Unset = UNSET
    """Name shown to people."""
    description: str | Unset = UNSET
    """What it is for, in words."""
    required: bool | Unset = UNSET
    """Whether flags must have a value."""
