from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteTagRequestDataFields(TypedDict, total=False):
    """The tags to remove.

    The fields of ``BulkDeleteTagRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
