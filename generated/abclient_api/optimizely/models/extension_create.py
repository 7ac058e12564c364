from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExtensionCreate(Body):
    """What may be sent to create an extension."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "edit_url": "edit_url",
        "enabled": "enabled",
        "fields": "fields",
        "implementation": "implementation",
        "name": "name",
        "project_id": "project_id",
    }

    description: str | Unset = UNSET
    """What the extension does."""
    edit_url: str
    """URL the editor opens."""
    enabled: bool | Unset = UNSET
    """Whether the editor offers it and the snippet holds it."""
    fields: list[FieldInput] | Unset = UNSET
    """Fields the editor shows. The vendor's default: []."""
    implementation: Implementation
    """The code of an extension."""
    name: str
    """Name of the extension."""
    project_id: int
    """Project to create the extension in."""


from .field_input import FieldInput
from .implementation import Implementation
