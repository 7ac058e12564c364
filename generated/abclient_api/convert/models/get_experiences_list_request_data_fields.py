from collections.abc import Sequence
from typing import Literal, TypedDict


class GetExperiencesListRequestDataFields(TypedDict, total=False):
    """Which experiences, and which page of them.

    The fields of ``GetExperiencesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    goal_id: int | None
    """The goal, by id."""
    sort_by: (
        Literal[
            "id",
            "conversions",
            "improvement",
            "name",
            "start_time",
            "end_time",
            "status",
            "primary_goal",
            "key",
            "environment",
        ]
        | None
    )
    """The order of the list. The vendor's default: 'id'."""
    search: str | None
    """Only those with this text."""
    status: Sequence[Literal["draft", "active", "paused", "completed", "scheduled", "archived", "deleted"]] | None
    """The status."""
    type: (
        Sequence[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
        | None
    )
    """The type."""
    tags: Sequence[int] | None
    """Tags by id."""
    audiences: Sequence[int] | None
    """Audiences by id."""
    goals: Sequence[int] | None
    """Goals by id."""
    features: Sequence[int] | None
    """Only those with one of these features."""
    hypotheses: Sequence[int] | None
    """Only those of these hypotheses."""
    locations: Sequence[int] | None
    """Locations by id."""
    environments: Sequence[str] | None
    """The project's environments."""
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
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
