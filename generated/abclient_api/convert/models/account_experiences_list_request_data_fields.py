from collections.abc import Sequence
from typing import Literal, TypedDict


class AccountExperiencesListRequestDataFields(TypedDict, total=False):
    """Which experiences of an account.

    The fields of ``AccountExperiencesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    projects: Sequence[int] | None
    """Projects by id."""
    sort_by: (
        Literal[
            "id", "conversions", "improvement", "name", "start_time", "end_time", "status", "project_id", "primary_goal"
        ]
        | None
    )
    """The order of the list. The vendor's default: 'id'."""
    search: str | None
    """Only those with this text."""
    type: (
        Sequence[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
        | None
    )
    """The type."""
    page: int
    """The number of the page, from 1."""
    include: Sequence[
        Literal[
            "alerts",
            "goals",
            "stats",
            "variations",
            "variations.changes",
            "min_running_timestamp",
            "max_running_timestamp",
            "audiences",
            "locations",
            "collaborators",
        ]
    ]
    """Fields that are left out unless they are named here."""
    expand: Sequence[Literal["project", "audiences", "goals", "locations", "variations", "variations.changes", "tags"]]
    """Fields in which objects are given in place of their ids."""
