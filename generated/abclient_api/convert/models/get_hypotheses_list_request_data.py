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
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    sort_by: Literal["id", "name", "score", "start_date", "status"] | None | Unset = UNSET
    """What the list is sorted by; `score` is the priority. The vendor's default: 'id'."""
    score_max: Literal[0, 1, 2, 3, 4, 5] | None | Unset = UNSET
    """Only hypotheses whose priority is at most this, from 0 to 5. The vendor's default: 5."""
    score_min: Literal[0, 1, 2, 3, 4, 5] | None | Unset = UNSET
    """Only hypotheses whose priority is at least this, from 0 to 5. The vendor's default: 0."""
    search: str | None | Unset = UNSET
    """Only hypotheses in which this text is found, of at most 200 characters."""
    status: list[Literal["applied", "archived", "completed", "draft", "proven", "disproven"]] | None | Unset = UNSET
    """Only hypotheses with one of these statuses."""
    experiences: list[int] | None | Unset = UNSET
    """Only hypotheses of these experiences, by id."""
    tags: list[int] | None | Unset = UNSET
    """Only hypotheses with one of these tags, by id."""
    only: list[int] | None | Unset = UNSET
    """Only hypotheses with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No hypotheses with these ids, at most 100."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    expand: list[Literal["project", "tags"]] | Unset = UNSET
    """Fields that are to hold objects in place of their ids."""
