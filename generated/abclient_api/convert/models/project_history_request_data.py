from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectHistoryRequestData(Body):
    """Which changes in a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "page": "page",
        "sort_direction": "sort_direction",
        "results_per_page": "results_per_page",
        "methods": "methods",
        "objects": "objects",
        "audiences": "audiences",
        "goals": "goals",
        "locations": "locations",
        "hypotheses": "hypotheses",
        "domains": "domains",
        "tags": "tags",
        "experiences": "experiences",
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
    objects: (
        list[Literal["audience", "feature", "domain", "goal", "hypothesis", "experience", "tag", "location"]]
        | None
        | Unset
    ) = UNSET
    """Only changes of these kinds of things."""
    audiences: list[int] | None | Unset = UNSET
    """Audiences by id."""
    goals: list[int] | None | Unset = UNSET
    """Goals by id."""
    locations: list[int] | None | Unset = UNSET
    """Locations by id."""
    hypotheses: list[int] | None | Unset = UNSET
    """Only those of these hypotheses."""
    domains: list[int] | None | Unset = UNSET
    """Domains of the project. A list that is sent replaces the one that was there."""
    tags: list[int] | None | Unset = UNSET
    """Tags by id."""
    experiences: list[int] | None | Unset = UNSET
    """Experiences by id."""
    sort_by: Literal["timestamp", "project_id", "event", "object"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'timestamp'."""
    expand: list[Literal["project"]] | None | Unset = UNSET
    """Fields in which objects are given in place of their ids."""
