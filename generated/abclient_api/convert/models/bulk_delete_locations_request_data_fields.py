from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteLocationsRequestDataFields(TypedDict, total=False):
    """The locations to remove.

    The fields of ``BulkDeleteLocationsRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
