from typing import Literal, Required, TypedDict


class ListAttributeCreateFields(TypedDict, total=False):
    """What may be sent to create a list attribute.

    The fields of ``ListAttributeCreate``, by keyword.
    """

    archived: bool
    """Whether the list attribute is archived. The vendor's default: False."""
    description: str
    """What the list is for."""
    key_field: Required[str]
    """Name of the cookie, parameter or variable to look at."""
    list_content: str
    """The listed values, separated by commas. Sending it replaces what the list holds."""
    list_type: Literal["cookies", "query_parameters", "zip_codes", "js_variables"]
    """Where the value is looked for."""
    name: Required[str]
    """Unique name of the list."""
    project_id: Required[int]
    """Project to create the list in."""
