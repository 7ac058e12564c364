from collections.abc import Sequence
from typing import Literal, TypedDict


class GetGoalsRequestDataFields(TypedDict, total=False):
    """Which goals, and which page of them.

    The fields of ``GetGoalsRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "archived"]] | None
    """Only goals with one of these statuses."""
    is_default: bool | None
    """Only those that new experiences begin with (`selected_default`); with false, only the others."""
    search: str | None
    """Only goals in which this text is found, of at most 200 characters."""
    tracking: Literal["tracked", "not_tracked"] | None
    """Only goals that are tracked, or only those that are not."""
    usage: Literal["used", "not_used"] | None
    """Only goals that experiences use, or only those that no experience uses."""
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
    """Only goals of these experiences, by id, at most 100."""
    sort_by: Literal["id", "goal_tracking_status", "name", "times_used", "type", "key", "status"] | None
    """What the list is sorted by; `times_used` is the number of experiences that use a goal. The vendor's
    default: 'id'."""
    page: int
    """Which page, from 1."""
    include: Sequence[Literal["triggering_rule", "stats"]]
    """Optional fields that goals are to have; all others are left out."""
    only: Sequence[int] | None
    """Only goals with these ids, at most 200."""
    except_: Sequence[int]
    """No goals with these ids, at most 200."""
