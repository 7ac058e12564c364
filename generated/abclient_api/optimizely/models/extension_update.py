from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExtensionUpdate(Body):
    """The fields of an extension to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "edit_url": "edit_url",
        "enabled": "enabled",
        "fields": "fields",
        "implementation": "implementation",
        "name": "name",
    }

    archived: bool | Unset = UNSET
    """Whether the extension is archived."""
    description: str | Unset = UNSET
    """What the extension does."""
    edit_url: str | Unset = UNSET
    """URL the editor opens."""
    enabled: bool | Unset = UNSET
    """Whether the editor offers it and the snippet holds it."""
    fields: list[FieldInput] | Unset = UNSET
    """Fields the editor shows."""
    implementation: Implementation | Unset = UNSET
    """The code of an extension."""
    name: str | Unset = UNSET
    """Name of the extension."""


from .field_input import FieldInput
from .implementation import Implementation
