from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SectionCreate(Body):
    """What may be sent to create a section. Its experiment comes from the path."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "name": "name",
        "variations": "variations",
    }

    archived: bool | Unset = UNSET
    """Whether the section is archived. The vendor's default: False."""
    description: str | Unset = UNSET
    """What the section varies."""
    name: str | Unset = UNSET
    """Name of the section."""
    variations: list[VariationCreate]
    """Versions of this part."""


from .variation_create import VariationCreate
