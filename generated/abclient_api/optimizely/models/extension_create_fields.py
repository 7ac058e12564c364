from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .field_input import FieldInput
from .implementation import Implementation


class ExtensionCreateFields(TypedDict, total=False):
    """What may be sent to create an extension.

    The fields of ``ExtensionCreate``, by keyword.
    """

    description: str
    """What the extension does."""
    edit_url: Required[str]
    """URL the editor opens."""
    enabled: bool
    """Whether the editor offers it and the snippet holds it."""
    fields: Sequence[FieldInput | Model | Mapping[str, Any]]
    """Fields the editor shows. The vendor's default: []."""
    implementation: Required[Implementation | Mapping[str, Any]]
    """The code of an extension."""
    name: Required[str]
    """Name of the extension."""
    project_id: Required[int]
    """Project to create the extension in."""
