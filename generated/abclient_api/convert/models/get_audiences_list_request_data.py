from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetAudiencesListRequestData(Body):
    """Which audiences, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "status": "status",
        "search": "search",
        "is_default": "is_default",
        "sort_by": "sort_by",
        "type": "type",
        "experiences": "experiences",
        "usage": "usage",
        "page": "page",
        "include": "include",
        "only": "only",
        "except_": "except",
    }

    only_count: bool | Unset = UNSET
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    status: list[Literal["active", "archived"]] | None | Unset = UNSET
    """The status."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
    is_default: bool | None | Unset = UNSET
    """Whether it is chosen unless told otherwise."""
    sort_by: Literal["id", "type", "name", "usage", "status", "key"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'id'."""
    type: Literal["segmentation", "permanent", "transient"] | None | Unset = UNSET
    """The type."""
    experiences: list[int] | None | Unset = UNSET
    """Experiences by id."""
    usage: Literal["used", "not_used"] | None | Unset = UNSET
    """Usage."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    include: list[Literal["rules", "stats.experiences_usage"]] | Unset = UNSET
    """Fields that are left out unless they are named here."""
    only: list[int] | None | Unset = UNSET
    """Only these ids."""
    except_: list[int] | Unset = UNSET
    """Without these ids."""
