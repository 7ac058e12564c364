from typing import TypedDict


class GoalFilterFields(TypedDict, total=False):
    """Which page of which goals to list.

    The fields of ``GoalFilter``, by keyword.
    """

    page: int
    """Number of the page, counted from 1. The vendor's default: 1."""
    results_per_page: int
    """How many items a page holds at most. The vendor's default: 50."""
    search: str
    """Only goals with this text in name or description."""
