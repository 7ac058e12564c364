from collections.abc import Sequence
from typing import Literal, TypedDict


class GetExperienceHistoryRequestDataFields(TypedDict, total=False):
    """Which changes of an experience.

    The fields of ``GetExperienceHistoryRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    methods: Sequence[Literal["api", "app"]] | None
    """Only changes that were made by the API (`api`), or in the vendor's application (`app`)."""
    objects: Sequence[Literal["report", "variation", "change"]] | None
    """Only changes of objects of these kinds."""
    sort_by: Literal["timestamp", "event", "object"] | None
    """What the list is sorted by: time, event or kind of object. The vendor's default: 'timestamp'."""
    variations: Sequence[float] | None
    """Only changes of these variations, by id, at most 100."""
    code_changes: Sequence[float] | None
    """Only changes of these parts of variations (`changes`), by id, at most 100."""
    author_id: str | None
    """Only changes that this user made, by id."""
    expand: Sequence[Literal["project"]] | None
    """Fields that are to hold objects in place of their ids."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    page: int
    """Which page, from 1."""
