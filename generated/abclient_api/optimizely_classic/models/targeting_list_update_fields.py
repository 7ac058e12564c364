from typing import Literal, Required, TypedDict


class TargetingListUpdateFields(TypedDict, total=False):
    """A targeting list that replaces the one stored; the same fields are required as on creation.

    The fields of ``TargetingListUpdate``, by keyword.
    """

    name: Required[str]
    """Name of the list as it is. It cannot be changed."""
    description: str
    """Short description."""
    list_type: Required[Literal[1, 2, 3]]
    """What the list holds: 1 cookie values, 2 query parameter values, 3 zip codes."""
    key_fields: Required[str]
    """Names of the cookies (`list_type` 1) or query parameters (`list_type` 2) to look at, comma-separated."""
    list_content: Required[str]
    """The values, comma-separated, at most 5 MB, each of at most 100 characters. Never returned."""
    format: Required[Literal["csv"]]
    """Format of `list_content`, always csv. It cannot be changed."""
