from collections.abc import Sequence
from typing import Literal, TypedDict


class AccountExperiencesListRequestDataFields(TypedDict, total=False):
    """Which experiences of an account.

    The fields of ``AccountExperiencesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    projects: Sequence[int] | None
    """Only experiences of these projects, by id."""
    sort_by: (
        Literal[
            "id", "conversions", "improvement", "name", "start_time", "end_time", "status", "project_id", "primary_goal"
        ]
        | None
    )
    """What the list is sorted by. Conversions and improvement are those of the primary goal. The vendor's
    default: 'id'."""
    search: str | None
    """Only experiences in which this text is found."""
    type: (
        Sequence[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
        | None
    )
    """Only experiences of these types."""
    page: int
    """Which page, from 1."""
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
    """Optional fields that experiences are to have; all others are left out."""
    expand: Sequence[Literal["project", "audiences", "goals", "locations", "variations", "variations.changes", "tags"]]
    """Fields that are to hold objects in place of their ids."""
