from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteAudienceRequestDataFields(TypedDict, total=False):
    """The audiences to remove.

    The fields of ``BulkDeleteAudienceRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
