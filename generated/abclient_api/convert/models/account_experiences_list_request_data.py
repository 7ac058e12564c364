from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AccountExperiencesListRequestData(Body):
    """Which experiences of an account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "projects": "projects",
        "sort_by": "sort_by",
        "search": "search",
        "type": "type",
        "page": "page",
        "include": "include",
        "expand": "expand",
    }

    only_count: bool | Unset = UNSET
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    projects: list[int] | None | Unset = UNSET
    """Only experiences of these projects, by id."""
    sort_by: (
        Literal[
            "id", "conversions", "improvement", "name", "start_time", "end_time", "status", "project_id", "primary_goal"
        ]
        | None
        | Unset
    ) = UNSET
    """What the list is sorted by. Conversions and improvement are those of the primary goal. The vendor's
    default: 'id'."""
    search: str | None | Unset = UNSET
    """Only experiences in which this text is found."""
    type: (
        list[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
        | None
        | Unset
    ) = UNSET
    """Only experiences of these types."""
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
