from collections.abc import Sequence
from typing import Literal, TypedDict


class GetObservationsListRequestDataFields(TypedDict, total=False):
    """Which observations, and which page of them.

    The fields of ``GetObservationsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    page: int
    """The number of the page, from 1."""
    sort_by: Literal["name", "created_by", "date_added", "status"] | None
    """The order of the list. The vendor's default: 'name'."""
    search: str | None
    """Only those with this text."""
    status: Sequence[Literal["active", "archived"]] | None
    """The status."""
    tags: Sequence[int] | None
    """Tags by id."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
    expand: Sequence[Literal["project", "tags"]]
    """Fields in which objects are given in place of their ids."""
