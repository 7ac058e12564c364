from collections.abc import Sequence
from typing import Literal, TypedDict


class GetFeaturesListRequestDataFields(TypedDict, total=False):
    """Which features, and which page of them.

    The fields of ``GetFeaturesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    search: str | None
    """Only those with this text."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
    sort_by: Literal["id", "name", "key", "status"] | None
    """The order of the list. The vendor's default: 'id'."""
    page: int
    """The number of the page, from 1."""
    include: Sequence[Literal["stats"]]
    """Fields that are left out unless they are named here."""
