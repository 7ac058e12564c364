from collections.abc import Sequence
from typing import Literal, TypedDict


class AccountHistoryRequestDataFields(TypedDict, total=False):
    """Which changes in an account.

    The fields of ``AccountHistoryRequestData``, by keyword.
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
    projects: Sequence[int] | None
    """Only changes of these projects, by id."""
    objects: (
        Sequence[
            Literal[
                "account",
                "audience",
                "feature",
                "collaborator",
                "domain",
                "goal",
                "hypothesis",
                "experience",
                "report",
                "change",
                "variation",
                "project",
                "tag",
            ]
        ]
        | None
    )
    """Only changes of objects of these kinds."""
    sort_by: Literal["timestamp", "project_id", "event", "object"] | None
    """What the list is sorted by: time, project, event or kind of object. The vendor's default: 'timestamp'."""
    expand: Sequence[Literal["project"]] | None
    """Fields that are to hold objects in place of their ids."""
