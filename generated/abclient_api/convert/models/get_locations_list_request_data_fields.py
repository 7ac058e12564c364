from collections.abc import Sequence
from typing import Literal, TypedDict


class GetLocationsListRequestDataFields(TypedDict, total=False):
    """Which locations, and which page of them.

    The fields of ``GetLocationsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "archived"]] | None
    """The status."""
    is_default: bool | None
    """Whether it is chosen unless told otherwise."""
    search: str | None
    """Only those with this text."""
    sort_by: Literal["id", "name", "usage", "status", "key"] | None
    """The order of the list. The vendor's default: 'id'."""
    usage: Literal["used", "not_used"] | None
    """Usage."""
    page: int
    """The number of the page, from 1."""
    include: Sequence[Literal["rules", "trigger", "stats.experiences_usage"]]
    """Fields that are left out unless they are named here."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
