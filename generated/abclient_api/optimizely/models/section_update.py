from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SectionUpdate(Body):
    """The fields of a section to change.

    Attributes:
        archived: Whether the section is archived. The vendor's default: False.
        description: What the section varies.
        name: Name of the section.
        variations: Versions of this part.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "name": "name",
        "variations": "variations",
    }

    archived: bool | Unset = UNSET
    description: str | Unset = UNSET
    name: str | Unset = UNSET
    variations: list[VariationUpdate] | Unset = UNSET


from .variation_update import VariationUpdate
