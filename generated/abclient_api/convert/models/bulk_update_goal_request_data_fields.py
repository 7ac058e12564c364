from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class BulkUpdateGoalRequestDataFields(TypedDict, total=False):
    """Which of them, and what they become.

    The fields of ``BulkUpdateGoalRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """The id."""
    status: Required[Literal["active", "archived"]]
    """The status."""
