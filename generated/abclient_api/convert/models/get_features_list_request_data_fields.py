from collections.abc import Sequence
from typing import Literal, TypedDict


class GetFeaturesListRequestDataFields(TypedDict, total=False):
    """Which features, and which page of them.

    The fields of ``GetFeaturesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    search: str | None
    """Only features in which this text is found, of at most 100 characters."""
    only: Sequence[int] | None
    """Only features with these ids, at most 100."""
    except_: Sequence[int]
    """No features with these ids, at most 100."""
    sort_by: Literal["id", "name", "key", "status"] | None
    """What the list is sorted by. The vendor's default: 'id'."""
    page: int
    """Which page, from 1."""
    include: Sequence[Literal["stats"]]
    """Optional fields that features are to have; all others are left out."""
