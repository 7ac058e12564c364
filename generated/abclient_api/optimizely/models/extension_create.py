from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExtensionCreate(Body):
    """What may be sent to create an extension.

    Attributes:
        description: What the extension does.
        edit_url: URL the editor opens.
        enabled: Whether the editor offers it and the snippet holds it.
        fields: Fields the editor shows. The vendor's default: [].
        implementation: The code of an extension.
        name: Name of the extension.
        project_id: Project to create the extension in.
    """

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
    edit_url: str
    enabled: bool | Unset = UNSET
    fields: list[FieldInput] | Unset = UNSET
    implementation: Implementation
    name: str
    project_id: int


from .field_input import FieldInput
from .implementation import Implementation
