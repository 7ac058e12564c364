from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .field_input import FieldInput
from .implementation import Implementation


class ExtensionUpdateFields(TypedDict, total=False):
    """The fields of an extension to change.

    The fields of ``ExtensionUpdate``, by keyword.
    """

    archived: bool
    """Whether the extension is archived."""
    description: str
    """What the extension does."""
    edit_url: str
    """URL the editor opens."""
    enabled: bool
    """Whether the editor offers it and the snippet holds it."""
    fields: Sequence[FieldInput | Model | Mapping[str, Any]]
    """Fields the editor shows."""
    implementation: Implementation | Mapping[str, Any]
    """The code of an extension."""
    name: str
    """Name of the extension."""
