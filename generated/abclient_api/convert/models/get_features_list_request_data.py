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
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
    only: list[int] | None | Unset = UNSET
    """Only these ids."""
    except_: list[int] | Unset = UNSET
    """Without these ids."""
    sort_by: Literal["id", "name", "key", "status"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'id'."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    include: list[Literal["stats"]] | Unset = UNSET
    """Fields that are left out unless they are named here."""
