from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class BulkUpdateFeatureRequestDataFields(TypedDict, total=False):
    """Which of them, and what they become.

    The fields of ``BulkUpdateFeatureRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
    status: Required[Literal["active", "archived"]]
    """The status that they get."""
