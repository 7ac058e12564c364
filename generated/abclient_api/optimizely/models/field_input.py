from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FieldInput(Body):
    """A field to give an extension."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_name": "api_name",
        "default_value": "default_value",
        "field_type": "field_type",
        "label": "label",
        "options": "options",
    }

    api_name: str
    """Name by which code refers to the field."""
    default_value: str
    """Value to begin with, JSON in a string."""
    field_type: Literal[
        "selector",
        "text",
        "multi_text",
        "rich_text",
        "number",
        "html",
        "css",
        "js",
        "toggle",
        "dropdown",
        "multi_select",
        "image",
        "color",
        "slider",
    ]
    """Kind of the input."""
    label: str
    """Label the editor shows."""
    options: Options | Unset = UNSET
    """What a field offers to choose from."""


from .options import Options
