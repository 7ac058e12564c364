from typing import TypedDict


class ProjectFilterFields(TypedDict, total=False):
    """Which page of the projects to list.

    The fields of ``ProjectFilter``, by keyword.
    """

    page: int
    """Number of the page, counted from 1. The vendor's default: 1."""
    results_per_page: int
    """How many items a page holds at most. The vendor's default: 50."""
