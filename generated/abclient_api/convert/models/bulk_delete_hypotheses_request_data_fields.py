from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteHypothesesRequestDataFields(TypedDict, total=False):
    """The hypotheses to remove.

    The fields of ``BulkDeleteHypothesesRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
