from collections.abc import Sequence
from typing import Literal, TypedDict


class ProjectHistoryRequestDataFields(TypedDict, total=False):
    """Which changes in a project.

    The fields of ``ProjectHistoryRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    page: int
    """Which page, from 1."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    methods: Sequence[Literal["api", "app"]] | None
    """Only changes that were made by the API (`api`), or in the vendor's application (`app`)."""
    objects: (
        Sequence[Literal["audience", "feature", "domain", "goal", "hypothesis", "experience", "tag", "location"]] | None
    )
    """Only changes of objects of these kinds."""
    audiences: Sequence[int] | None
    """Only changes of these audiences, by id, at most 100."""
    goals: Sequence[int] | None
    """Only changes of these goals, by id, at most 100."""
    locations: Sequence[int] | None
    """Only changes of these locations, by id, at most 100."""
    hypotheses: Sequence[int] | None
    """Only changes of these hypotheses, by id, at most 100."""
    domains: Sequence[int] | None
    """Only changes of these domains, by id, at most 100."""
    tags: Sequence[int] | None
    """Only changes of these tags, by id, at most 100."""
    experiences: Sequence[int] | None
    """Only changes of these experiences, by id, at most 100."""
    sort_by: Literal["timestamp", "project_id", "event", "object"] | None
    """What the list is sorted by: time, project, event or kind of object. The vendor's default: 'timestamp'."""
    expand: Sequence[Literal["project"]] | None
    """Fields that are to hold objects in place of their ids."""
