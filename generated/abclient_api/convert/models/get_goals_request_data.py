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
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    status: list[Literal["active", "archived"]] | None | Unset = UNSET
    """The status."""
    is_default: bool | None | Unset = UNSET
    """Whether it is chosen unless told otherwise."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
    tracking: Literal["tracked", "not_tracked"] | None | Unset = UNSET
    """Whether goals have been reached."""
    usage: Literal["used", "not_used"] | None | Unset = UNSET
    """Usage."""
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
    """Experiences by id."""
    sort_by: Literal["id", "goal_tracking_status", "name", "times_used", "type", "key", "status"] | None | Unset = UNSET
    """The order of the list. The vendor's default: 'id'."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    include: list[Literal["triggering_rule", "stats"]] | Unset = UNSET
    """Fields that are left out unless they are named here."""
    only: list[int] | None | Unset = UNSET
    """Only these ids."""
    except_: list[int] | Unset = UNSET
    """Without these ids."""
