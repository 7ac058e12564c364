from collections.abc import Sequence
from typing import Literal, TypedDict


class GetExperienceHistoryRequestDataFields(TypedDict, total=False):
    """Which changes of an experience.

    The fields of ``GetExperienceHistoryRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    methods: Sequence[Literal["api", "app"]] | None
    """Only what was done by these ways."""
    objects: Sequence[Literal["report", "variation", "change"]] | None
    """Only changes of these kinds of things."""
    sort_by: Literal["timestamp", "event", "object"] | None
    """The order of the list. The vendor's default: 'timestamp'."""
    variations: Sequence[float] | None
    """Variations."""
    code_changes: Sequence[float] | None
    """What is changed."""
    author_id: str | None
    """Only what this user did."""
    expand: Sequence[Literal["project"]] | None
    """Fields in which objects are given in place of their ids."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    page: int
    """The number of the page, from 1."""
