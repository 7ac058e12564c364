from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteDomainRequestDataFields(TypedDict, total=False):
    """The domains to remove.

    The fields of ``BulkDeleteDomainRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
