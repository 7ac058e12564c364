from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetExperiencesListRequestData(Body):
    """Which experiences, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "goal_id": "goal_id",
        "sort_by": "sort_by",
        "search": "search",
        "status": "status",
        "type": "type",
        "tags": "tags",
        "audiences": "audiences",
        "goals": "goals",
        "features": "features",
        "hypotheses": "hypotheses",
        "locations": "locations",
        "environments": "environments",
        "page": "page",
        "include": "include",
        "expand": "expand",
        "only": "only",
        "except_": "except",
    }

    only_count: bool | Unset = UNSET
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    goal_id: int | None | Unset = UNSET
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
        | Unset
    ) = UNSET
    """What the list is sorted by. Conversions and improvement are those of the primary goal. The vendor's
    default: 'id'."""
    search: str | None | Unset = UNSET
    """Only experiences in which this text is found, of at most 200 characters."""
    status: (
        list[Literal["draft", "active", "paused", "completed", "scheduled", "archived", "deleted"]] | None | Unset
    ) = UNSET
    """Only experiences with one of these statuses."""
    type: (
        list[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
        | None
        | Unset
    ) = UNSET
    """Only experiences of these types."""
    tags: list[int] | None | Unset = UNSET
    """Only experiences with one of these tags, by id."""
    audiences: list[int] | None | Unset = UNSET
    """Only experiences with one of these audiences, by id."""
    goals: list[int] | None | Unset = UNSET
    """Only experiences with one of these goals, by id."""
    features: list[int] | None | Unset = UNSET
    """Only experiences with one of these features, by id."""
    hypotheses: list[int] | None | Unset = UNSET
    """Only experiences of one of these hypotheses, by id."""
    locations: list[int] | None | Unset = UNSET
    """Only experiences at one of these locations, by id."""
    environments: list[str] | None | Unset = UNSET
    """Only experiences in one of these environments."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    include: (
        list[
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
        | Unset
    ) = UNSET
    """Optional fields that experiences are to have; all others are left out."""
    expand: (
        list[Literal["project", "audiences", "goals", "locations", "variations", "variations.changes", "tags"]] | Unset
    ) = UNSET
    """Fields that are to hold objects in place of their ids."""
    only: list[int] | None | Unset = UNSET
    """Only experiences with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No experiences with these ids, at most 100."""
