from collections.abc import Sequence
from typing import Literal, TypedDict


class GetGoalsRequestDataFields(TypedDict, total=False):
    """Which goals, and which page of them.

    The fields of ``GetGoalsRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "archived"]] | None
    """The status."""
    is_default: bool | None
    """Whether it is chosen unless told otherwise."""
    search: str | None
    """Only those with this text."""
    tracking: Literal["tracked", "not_tracked"] | None
    """Whether goals have been reached."""
    usage: Literal["used", "not_used"] | None
    """Usage."""
    goal_type: (
        Sequence[
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
    )
    """Only goals of these types."""
    experiences: Sequence[int] | None
    """Experiences by id."""
    sort_by: Literal["id", "goal_tracking_status", "name", "times_used", "type", "key", "status"] | None
    """The order of the list. The vendor's default: 'id'."""
    page: int
    """The number of the page, from 1."""
    include: Sequence[Literal["triggering_rule", "stats"]]
    """Fields that are left out unless they are named here."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
