from collections.abc import Sequence
from typing import Literal, TypedDict


class GetLocationsListRequestDataFields(TypedDict, total=False):
    """Which locations, and which page of them.

    The fields of ``GetLocationsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "archived"]] | None
    """Only locations with one of these statuses."""
    is_default: bool | None
    """Only those that new experiences begin with (`selected_default`); with false, only the others."""
    search: str | None
    """Only locations in which this text is found, of at most 200 characters."""
    sort_by: Literal["id", "name", "usage", "status", "key"] | None
    """What the list is sorted by; `usage` is the number of experiences that use a location. The vendor's
    default: 'id'."""
    usage: Literal["used", "not_used"] | None
    """Only locations that experiences use, or only those that no experience uses."""
    page: int
    """Which page, from 1."""
    include: Sequence[Literal["rules", "trigger", "stats.experiences_usage"]]
    """Optional fields that locations are to have; all others are left out."""
    only: Sequence[int] | None
    """Only locations with these ids, at most 100."""
    except_: Sequence[int]
    """No locations with these ids, at most 100."""
