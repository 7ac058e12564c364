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
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    methods: list[Literal["api", "app"]] | None | Unset = UNSET
    """Only changes that were made by the API (`api`), or in the vendor's application (`app`)."""
    objects: list[Literal["report", "variation", "change"]] | None | Unset = UNSET
    """Only changes of objects of these kinds."""
    sort_by: Literal["timestamp", "event", "object"] | None | Unset = UNSET
    """What the list is sorted by: time, event or kind of object. The vendor's default: 'timestamp'."""
    variations: list[float] | None | Unset = UNSET
    """Only changes of these variations, by id, at most 100."""
    code_changes: list[float] | None | Unset = UNSET
    """Only changes of these parts of variations (`changes`), by id, at most 100."""
    author_id: str | None | Unset = UNSET
    """Only changes that this user made, by id."""
    expand: list[Literal["project"]] | None | Unset = UNSET
    """Fields that are to hold objects in place of their ids."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    page: int | Unset = UNSET
    """Which page, from 1."""
