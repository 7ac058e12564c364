from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ListAttributeCreate(Body):
    """What may be sent to create a list attribute."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "key_field": "key_field",
        "list_content": "list_content",
        "list_type": "list_type",
        "name": "name",
        "project_id": "project_id",
    }

    archived: bool | Unset = UNSET
    """Whether the list attribute is archived. The vendor's default: False."""
    description: str | Unset = UNSET
    """What the list is for."""
    key_field: str
    """Name of the cookie, parameter or variable to look at."""
    list_content: str | Unset = UNSET
    """The listed values, separated by commas. Sending it replaces what the list holds."""
    list_type: Literal["cookies", "query_parameters", "zip_codes", "js_variables"] | Unset = UNSET
    """Where the value is looked for."""
    name: str
    """Unique name of the list."""
    project_id: int
    """Project to create the list in."""
