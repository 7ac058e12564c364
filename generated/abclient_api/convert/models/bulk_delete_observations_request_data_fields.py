from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteObservationsRequestDataFields(TypedDict, total=False):
    """The observations to remove.

    The fields of ``BulkDeleteObservationsRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
