from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CustomFieldRequestBody(Body):
    """A new custom field."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
        "entity_type": "entity_type",
        "field_type": "field_type",
        "required": "required",
    }

    key: str
    """Identifier that code and paths use; it cannot be changed later."""
    name: str
    """Name shown to people."""
    description: str | Unset = UNSET
    """What it is for, in words."""
    entity_type: Literal["flag"]
    """What the field belongs to."""
    field_type: Literal["text", "number", "boolean", "link", "label"]
    """Type of the values."""
    required: bool | Unset = UNSET
    """Whether flags must have a value."""
