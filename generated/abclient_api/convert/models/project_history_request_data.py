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
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    methods: list[Literal["api", "app"]] | None | Unset = UNSET
    """Only changes that were made by the API (`api`), or in the vendor's application (`app`)."""
    objects: (
        list[Literal["audience", "feature", "domain", "goal", "hypothesis", "experience", "tag", "location"]]
        | None
        | Unset
    ) = UNSET
    """Only changes of objects of these kinds."""
    audiences: list[int] | None | Unset = UNSET
    """Only changes of these audiences, by id, at most 100."""
    goals: list[int] | None | Unset = UNSET
    """Only changes of these goals, by id, at most 100."""
    locations: list[int] | None | Unset = UNSET
    """Only changes of these locations, by id, at most 100."""
    hypotheses: list[int] | None | Unset = UNSET
    """Only changes of these hypotheses, by id, at most 100."""
    domains: list[int] | None | Unset = UNSET
    """Only changes of these domains, by id, at most 100."""
    tags: list[int] | None | Unset = UNSET
    """Only changes of these tags, by id, at most 100."""
    experiences: list[int] | None | Unset = UNSET
    """Only changes of these experiences, by id, at most 100."""
    sort_by: Literal["timestamp", "project_id", "event", "object"] | None | Unset = UNSET
    """What the list is sorted by: time, project, event or kind of object. The vendor's default: 'timestamp'."""
    expand: list[Literal["project"]] | None | Unset = UNSET
    """Fields that are to hold objects in place of their ids."""
