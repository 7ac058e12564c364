from collections.abc import Sequence
from typing import Literal, TypedDict


class AccountHistoryRequestDataFields(TypedDict, total=False):
    """Which changes in an account.

    The fields of ``AccountHistoryRequestData``, by keyword.
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
    projects: Sequence[int] | None
    """Projects by id."""
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
    """Only changes of these kinds of things."""
    sort_by: Literal["timestamp", "project_id", "event", "object"] | None
    """The order of the list. The vendor's default: 'timestamp'."""
    expand: Sequence[Literal["project"]] | None
    """Fields in which objects are given in place of their ids."""
