from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteExperiencesRequestDataFields(TypedDict, total=False):
    """The experiences to remove.

    The fields of ``BulkDeleteExperiencesRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
