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
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    status: list[Literal["active", "archived"]] | None | Unset = UNSET
    """Only audiences with one of these statuses."""
    search: str | None | Unset = UNSET
    """Only audiences in which this text is found, of at most 200 characters."""
    is_default: bool | None | Unset = UNSET
    """Only those that new experiences begin with (`selected_default`); with false, only the others."""
    sort_by: Literal["id", "type", "name", "usage", "status", "key"] | None | Unset = UNSET
    """What the list is sorted by; `usage` is the number of experiences that use an audience. The vendor's
    default: 'id'."""
    type: Literal["segmentation", "permanent", "transient"] | None | Unset = UNSET
    """Only audiences of this type."""
    experiences: list[int] | None | Unset = UNSET
    """Only audiences of these experiences, by id, at most 100."""
    usage: Literal["used", "not_used"] | None | Unset = UNSET
    """Only audiences that experiences use, or only those that no experience uses."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    include: list[Literal["rules", "stats.experiences_usage"]] | Unset = UNSET
    """Optional fields that audiences are to have; all others are left out."""
    only: list[int] | None | Unset = UNSET
    """Only audiences with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No audiences with these ids, at most 100."""
