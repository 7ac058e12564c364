from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FieldInput(Body):
    """A field to give an extension.

    Attributes:
        api_name: Name by which code refers to the field.
        default_value: Value to begin with, JSON in a string.
        field_type: Kind of the input.
        label: Label the editor shows.
        options: What a field offers to choose from.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_name": "api_name",
        "default_value": "default_value",
        "field_type": "field_type",
        "label": "label",
        "options": "options",
    }

    api_name: str
    default_value: str
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
    label: str
    options: Options | Unset = UNSET


from .options import Options
