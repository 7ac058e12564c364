from collections.abc import Sequence
from typing import Literal, TypedDict


class GetObservationsListRequestDataFields(TypedDict, total=False):
    """Which observations, and which page of them.

    The fields of ``GetObservationsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    page: int
    """Which page, from 1."""
    sort_by: Literal["name", "created_by", "date_added", "status"] | None
    """What the list is sorted by; `date_added` is when an observation was made. The vendor's default: 'name'."""
    search: str | None
    """Only observations in which this text is found, of at most 200 characters."""
    status: Sequence[Literal["active", "archived"]] | None
    """Only observations with one of these statuses."""
    tags: Sequence[int] | None
    """Only observations with one of these tags, by id."""
    only: Sequence[int] | None
    """Only observations with these ids, at most 100."""
    except_: Sequence[int]
    """No observations with these ids, at most 100."""
    expand: Sequence[Literal["project", "tags"]]
    """Fields that are to hold objects in place of their ids."""
