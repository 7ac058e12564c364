from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetFeaturesListRequestData(Body):
    """Which features, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "search": "search",
        "only": "only",
        "except_": "except",
        "sort_by": "sort_by",
        "page": "page",
        "include": "include",
    }

    only_count: bool | Unset = UNSET
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    search: str | None | Unset = UNSET
    """Only features in which this text is found, of at most 100 characters."""
    only: list[int] | None | Unset = UNSET
    """Only features with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No features with these ids, at most 100."""
    sort_by: Literal["id", "name", "key", "status"] | None | Unset = UNSET
    """What the list is sorted by. The vendor's default: 'id'."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    include: list[Literal["stats"]] | Unset = UNSET
    """Optional fields that features are to have; all others are left out."""
