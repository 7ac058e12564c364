from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExtensionUpdate(Body):
    """The fields of an extension to change.

    Attributes:
        archived: Whether the extension is archived.
        description: What the extension does.
        edit_url: URL the editor opens.
        enabled: Whether the editor offers it and the snippet holds it.
        fields: Fields the editor shows.
        implementation: The code of an extension.
        name: Name of the extension.
    """

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
    description: str | Unset = UNSET
    edit_url: str | Unset = UNSET
    enabled: bool | Unset = UNSET
    fields: list[FieldInput] | Unset = UNSET
    implementation: Implementation | Unset = UNSET
    name: str | Unset = UNSET


from .field_input import FieldInput
from .implementation import Implementation
