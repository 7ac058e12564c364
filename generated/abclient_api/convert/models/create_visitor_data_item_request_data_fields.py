from collections.abc import Mapping
from typing import Any, TypedDict


class CreateVisitorDataItemRequestDataFields(TypedDict, total=False):
    """A visitor to add.

    The fields of ``CreateVisitorDataItemRequestData``, by keyword.
    """

    visitor_id: str
    """The id of the visitor."""
    source: str
    """Where the data comes from, in your own words."""
    data: Mapping[str, Any]
    """What is known of the visitor, by field."""
