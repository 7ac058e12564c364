from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Field(Model):
    """A field of an extension."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_name": "api_name",
        "default_value": "default_value",
        "field_type": "field_type",
        "label": "label",
        "options": "options",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "options": "read_options",
    }

    api_name: str | None = None
    """Name by which code refers to the field."""
    default_value: str | None = None
    """Value to begin with, JSON in a string."""
    field_type: (
        Literal[
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
        | str
        | None
    ) = None
    """Kind of the input."""
    label: str | None = None
    """Label the editor shows."""
    options: Options | None = None
    """What a field offers to choose from."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.api_name = data.get("api_name")
            self.default_value = data.get("default_value")
            self.field_type = data.get("field_type")
            self.label = data.get("label")
            self.options = None if (v := data.get("options")) is None else read_options(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_field: Callable[[Any], Field] = Field.from_dict


from .options import Options, read_options
