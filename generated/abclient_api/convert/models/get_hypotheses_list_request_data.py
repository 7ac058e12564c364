from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetHypothesesListRequestData(Body):
    """Which hypotheses, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "sort_by": "sort_by",
        "score_max": "scoreMax",
        "score_min": "scoreMin",
        "search": "search",
        "status": "status",
        "experiences": "experiences",
        "tags": "tags",
        "only": "only",
        "except_": "except",
        "page": "page",
        "expand": "expand",
    }

    only_count: bool | Unset = UNSET
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    sort_by: Literal["id", "name", "score", "start_date", "status"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'id'."""
    score_max: Literal[0, 1, 2, 3, 4, 5] | None | Unset = UNSET
    """Only hypotheses with at most this score. The vendor's default: 5."""
    score_min: Literal[0, 1, 2, 3, 4, 5] | None | Unset = UNSET
    """Only hypotheses with at least this score. The vendor's default: 0."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
    status: list[Literal["applied", "archived", "completed", "draft", "proven", "disproven"]] | None | Unset = UNSET
    """The status."""
    experiences: list[int] | None | Unset = UNSET
    """Experiences by id."""
    tags: list[int] | None | Unset = UNSET
    """Tags by id."""
    only: list[int] | None | Unset = UNSET
    """Only these ids."""
    except_: list[int] | Unset = UNSET
    """Without these ids."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    expand: list[Literal["project", "tags"]] | Unset = UNSET
    """Fields in which objects are given in place of their ids."""
