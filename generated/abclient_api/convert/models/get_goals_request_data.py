from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetGoalsRequestData(Body):
    """Which goals, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "status": "status",
        "is_default": "is_default",
        "search": "search",
        "tracking": "tracking",
        "usage": "usage",
        "goal_type": "goal_type",
        "experiences": "experiences",
        "sort_by": "sort_by",
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
    """Only goals with one of these statuses."""
    is_default: bool | None | Unset = UNSET
    """Only those that new experiences begin with (`selected_default`); with false, only the others."""
    search: str | None | Unset = UNSET
    """Only goals in which this text is found, of at most 200 characters."""
    tracking: Literal["tracked", "not_tracked"] | None | Unset = UNSET
    """Only goals that are tracked, or only those that are not."""
    usage: Literal["used", "not_used"] | None | Unset = UNSET
    """Only goals that experiences use, or only those that no experience uses."""
    goal_type: (
        list[
            Literal[
                "advanced",
                "visits_page",
                "revenue",
                "clicks_link",
                "submits_form",
                "clicks_element",
                "dom_interaction",
                "scroll_percentage",
                "ga_import",
                "code_trigger",
            ]
        ]
        | None
        | Unset
    ) = UNSET
    """Only goals of these types."""
    experiences: list[int] | None | Unset = UNSET
    """Only goals of these experiences, by id, at most 100."""
    sort_by: Literal["id", "goal_tracking_status", "name", "times_used", "type", "key", "status"] | None | Unset = UNSET
    """What the list is sorted by; `times_used` is the number of experiences that use a goal. The vendor's
    default: 'id'."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    include: list[Literal["triggering_rule", "stats"]] | Unset = UNSET
    """Optional fields that goals are to have; all others are left out."""
    only: list[int] | None | Unset = UNSET
    """Only goals with these ids, at most 200."""
    except_: list[int] | Unset = UNSET
    """No goals with these ids, at most 200."""
