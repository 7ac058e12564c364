from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteKnowledgeBasesRequestDataFields(TypedDict, total=False):
    """The entries to remove.

    The fields of ``BulkDeleteKnowledgeBasesRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
