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
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    sort_by: Literal["name", "created_by", "date_added", "status"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'name'."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
    status: list[Literal["active", "archived"]] | None | Unset = UNSET
    """The status."""
    tags: list[int] | None | Unset = UNSET
    """Tags by id."""
    only: list[int] | None | Unset = UNSET
    """Only these ids."""
    except_: list[int] | Unset = UNSET
    """Without these ids."""
    expand: list[Literal["project", "tags"]] | Unset = UNSET
    """Fields in which objects are given in place of their ids."""
