from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetObservationsListRequestData(Body):
    """Which observations, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "page": "page",
        "sort_by": "sort_by",
        "search": "search",
        "status": "status",
        "tags": "tags",
        "only": "only",
        "except_": "except",
        "expand": "expand",
    }

    only_count: bool | Unset = UNSET
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    sort_by: Literal["name", "created_by", "date_added", "status"] | None | Unset = UNSET
    """What the list is sorted by; `date_added` is when an observation was made. The vendor's default: 'name'."""
    search: str | None | Unset = UNSET
    """Only observations in which this text is found, of at most 200 characters."""
    status: list[Literal["active", "archived"]] | None | Unset = UNSET
    """Only observations with one of these statuses."""
    tags: list[int] | None | Unset = UNSET
    """Only observations with one of these tags, by id."""
    only: list[int] | None | Unset = UNSET
    """Only observations with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No observations with these ids, at most 100."""
    expand: list[Literal["project", "tags"]] | Unset = UNSET
    """Fields that are to hold objects in place of their ids."""
