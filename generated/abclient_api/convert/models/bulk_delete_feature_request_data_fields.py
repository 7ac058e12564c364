from collections.abc import Sequence
from typing import Required, TypedDict


class BulkDeleteFeatureRequestDataFields(TypedDict, total=False):
    """The features to remove.

    The fields of ``BulkDeleteFeatureRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
