from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteGoalRequestDataFields(TypedDict, total=False):
    """The goals to remove.

    The fields of ``BulkDeleteGoalRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
