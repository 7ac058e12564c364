from collections.abc import Sequence
from typing import Literal, TypedDict


class GetExperiencesListRequestDataFields(TypedDict, total=False):
    """Which experiences, and which page of them.

    The fields of ``GetExperiencesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    goal_id: int | None
    """A goal, by id. The vendor's document does not say what for; probably the one that the list is sorted by."""
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
    """What the list is sorted by. Conversions and improvement are those of the primary goal. The vendor's
    default: 'id'."""
    search: str | None
    """Only experiences in which this text is found, of at most 200 characters."""
    status: Sequence[Literal["draft", "active", "paused", "completed", "scheduled", "archived", "deleted"]] | None
    """Only experiences with one of these statuses."""
    type: (
        Sequence[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
        | None
    )
    """Only experiences of these types."""
    tags: Sequence[int] | None
    """Only experiences with one of these tags, by id."""
    audiences: Sequence[int] | None
    """Only experiences with one of these audiences, by id."""
    goals: Sequence[int] | None
    """Only experiences with one of these goals, by id."""
    features: Sequence[int] | None
    """Only experiences with one of these features, by id."""
    hypotheses: Sequence[int] | None
    """Only experiences of one of these hypotheses, by id."""
    locations: Sequence[int] | None
    """Only experiences at one of these locations, by id."""
    environments: Sequence[str] | None
    """Only experiences in one of these environments."""
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
    only: Sequence[int] | None
    """Only experiences with these ids, at most 100."""
    except_: Sequence[int]
    """No experiences with these ids, at most 100."""
