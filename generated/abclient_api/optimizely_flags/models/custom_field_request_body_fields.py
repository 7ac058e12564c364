from typing import Literal, Required, TypedDict


class CustomFieldRequestBodyFields(TypedDict, total=False):
    """A new custom field.

    The fields of ``CustomFieldRequestBody``, by keyword.
    """

    key: Required[str]
    """Identifier that code and paths use; it cannot be changed later."""
    name: Required[str]
    """Name shown to people."""
    description: str
    """What it is for, in words."""
    entity_type: Required[Literal["flag"]]
    """What the field belongs to."""
    field_type: Required[Literal["text", "number", "boolean", "link", "label"]]
    """Type of the values."""
    required: bool
    """Whether flags must have a value."""
