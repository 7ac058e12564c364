from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .variation_update import VariationUpdate


class SectionUpdateFields(TypedDict, total=False):
    """The fields of a section to change.

    The fields of ``SectionUpdate``, by keyword.
    """

    archived: bool
    """Whether the section is archived. The vendor's default: False."""
    description: str
    """What the section varies."""
    name: str
    """Name of the section."""
    variations: Sequence[VariationUpdate | Model | Mapping[str, Any]]
    """Versions of this part."""
