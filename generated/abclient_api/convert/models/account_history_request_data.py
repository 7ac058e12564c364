from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AccountHistoryRequestData(Body):
    """Which changes in an account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "page": "page",
        "sort_direction": "sort_direction",
        "results_per_page": "results_per_page",
        "methods": "methods",
        "projects": "projects",
        "objects": "objects",
        "sort_by": "sort_by",
        "expand": "expand",
    }

    only_count: bool | Unset = UNSET
    """Whether the answer is to have the number of items only."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    methods: list[Literal["api", "app"]] | None | Unset = UNSET
    """Only what was done by these ways."""
    projects: list[int] | None | Unset = UNSET
    """Projects by id."""
    objects: (
        list[
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
        | Unset
    ) = UNSET
    """Only changes of these kinds of things."""
    sort_by: Literal["timestamp", "project_id", "event", "object"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'timestamp'."""
    expand: list[Literal["project"]] | None | Unset = UNSET
    """Fields in which objects are given in place of their ids."""
