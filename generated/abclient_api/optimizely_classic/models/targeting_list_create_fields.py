from typing import Literal, Required, TypedDict


class TargetingListCreateFields(TypedDict, total=False):
    """A targeting list to create.

    The fields of ``TargetingListCreate``, by keyword.
    """

    name: Required[str]
    """Name of the list, unique in the project, of letters, digits, hyphens and underscores."""
    description: str
    """Short description."""
    list_type: Required[Literal[1, 2, 3]]
    """What the list holds: 1 cookie values, 2 query parameter values, 3 zip codes."""
    key_fields: Required[str]
    """Names of the cookies (`list_type` 1) or query parameters (`list_type` 2) to look at, comma-separated."""
    list_content: Required[str]
    """The values, comma-separated, at most 5 MB, each of at most 100 characters. Never returned."""
    format: Required[Literal["csv"]]
    """Format of `list_content`, always csv."""
