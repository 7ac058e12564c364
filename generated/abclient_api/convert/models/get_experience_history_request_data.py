from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetExperienceHistoryRequestData(Body):
    """Which changes of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "methods": "methods",
        "objects": "objects",
        "sort_by": "sort_by",
        "variations": "variations",
        "code_changes": "changes",
        "author_id": "author_id",
        "expand": "expand",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "page": "page",
    }

    only_count: bool | Unset = UNSET
    """Whether the answer is to have the number of items only."""
    methods: list[Literal["api", "app"]] | None | Unset = UNSET
    """Only what was done by these ways."""
    objects: list[Literal["report", "variation", "change"]] | None | Unset = UNSET
    """Only changes of these kinds of things."""
    sort_by: Literal["timestamp", "event", "object"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'timestamp'."""
    variations: list[float] | None | Unset = UNSET
    """Variations."""
    code_changes: list[float] | None | Unset = UNSET
    """What is changed."""
    author_id: str | None | Unset = UNSET
    """Only what this user did."""
    expand: list[Literal["project"]] | None | Unset = UNSET
    """Fields in which objects are given in place of their ids."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
