from collections.abc import Sequence
from typing import Literal, TypedDict


class ProjectHistoryRequestDataFields(TypedDict, total=False):
    """Which changes in a project.

    The fields of ``ProjectHistoryRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    page: int
    """The number of the page, from 1."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    methods: Sequence[Literal["api", "app"]] | None
    """Only what was done by these ways."""
    objects: (
        Sequence[Literal["audience", "feature", "domain", "goal", "hypothesis", "experience", "tag", "location"]] | None
    )
    """Only changes of these kinds of things."""
    audiences: Sequence[int] | None
    """Audiences by id."""
    goals: Sequence[int] | None
    """Goals by id."""
    locations: Sequence[int] | None
    """Locations by id."""
    hypotheses: Sequence[int] | None
    """Only those of these hypotheses."""
    domains: Sequence[int] | None
    """Domains of the project. A list that is sent replaces the one that was there."""
    tags: Sequence[int] | None
    """Tags by id."""
    experiences: Sequence[int] | None
    """Experiences by id."""
    sort_by: Literal["timestamp", "project_id", "event", "object"] | None
    """The order of the list. The vendor's default: 'timestamp'."""
    expand: Sequence[Literal["project"]] | None
    """Fields in which objects are given in place of their ids."""
