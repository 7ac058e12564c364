from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class BulkUpdateHypothesesRequestDataFields(TypedDict, total=False):
    """Which of them, and what they become.

    The fields of ``BulkUpdateHypothesesRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
    status: Required[Literal["applied", "archived", "completed", "draft", "proven", "disproven"]]
    """The status that they get."""
