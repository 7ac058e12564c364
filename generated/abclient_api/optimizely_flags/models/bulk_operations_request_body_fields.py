from collections.abc import Sequence
from typing import TypedDict


class BulkOperationsRequestBodyFields(TypedDict, total=False):
    """Which ones.

    The fields of ``BulkOperationsRequestBody``, by keyword.
    """

    keys: Sequence[str]
    """Keys of what is meant; of groups and holdouts their numbers as text."""
