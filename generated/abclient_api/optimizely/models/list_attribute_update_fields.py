from typing import Literal, TypedDict


class ListAttributeUpdateFields(TypedDict, total=False):
    """The fields of a list attribute to change.

    The fields of ``ListAttributeUpdate``, by keyword.
    """

    archived: bool
    """Whether the list attribute is archived."""
    description: str
    """What the list is for."""
    key_field: str
    """Name of the cookie, parameter or variable to look at."""
    list_content: str
    """The listed values, separated by commas. Sending it replaces what the list holds."""
    list_type: Literal["cookies", "query_parameters", "zip_codes", "js_variables"]
    """Where the value is looked for."""
    name: str
    """Unique name of the list."""
