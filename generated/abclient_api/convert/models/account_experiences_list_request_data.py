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
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    projects: list[int] | None | Unset = UNSET
    """Projects by id."""
    sort_by: (
        Literal[
            "id", "conversions", "improvement", "name", "start_time", "end_time", "status", "project_id", "primary_goal"
        ]
        | None
        | Unset
    ) = UNSET
    """The order of the list. The vendor's default: 'id'."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
    type: (
        list[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
        | None
        | Unset
    ) = UNSET
    """The type."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
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
    """Fields that are left out unless they are named here."""
    expand: (
        list[Literal["project", "audiences", "goals", "locations", "variations", "variations.changes", "tags"]] | Unset
    ) = UNSET
    """Fields in which objects are given in place of their ids."""
