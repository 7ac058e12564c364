from typing import TypedDict


class CustomFieldUpdateRequestBodyFields(TypedDict, total=False):
    """Changes to a custom field.

    The fields of ``CustomFieldUpdateRequestBody``, by keyword.
    """

    name: str
    """Name shown to people."""
    description: str
    """What it is for, in words."""
    required: bool
    """Whether flags must have a value."""
