from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .variation_create import VariationCreate


class SectionCreateFields(TypedDict, total=False):
    """What may be sent to create a section. Its experiment comes from the path.

    The fields of ``SectionCreate``, by keyword.
    """

    archived: bool
    """Whether the section is archived. The vendor's default: False."""
    description: str
    """What the section varies."""
    name: str
    """Name of the section."""
    variations: Required[Sequence[VariationCreate | Model | Mapping[str, Any]]]
    """Versions of this part."""
