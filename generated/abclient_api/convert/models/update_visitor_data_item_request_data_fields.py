from collections.abc import Mapping
from typing import Any, TypedDict


class UpdateVisitorDataItemRequestDataFields(TypedDict, total=False):
    """What to change of a visitor.

    The fields of ``UpdateVisitorDataItemRequestData``, by keyword.
    """

    data: Mapping[str, Any]
    """What is known of the visitor, by field."""
