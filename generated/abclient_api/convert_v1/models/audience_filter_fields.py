from typing import TypedDict


class AudienceFilterFields(TypedDict, total=False):
    """Which page of which audiences to list. Filters narrow each other.

    The fields of ``AudienceFilter``, by keyword.
    """

    page: int
    """Number of the page, counted from 1. The vendor's default: 1."""
    results_per_page: int
    """How many items a page holds at most. The vendor's default: 50."""
    search: str
    """Only audiences with this text in name or description."""
    is_segment: bool
    """Only audiences that are marked as segments (true) or are not (false)."""
    is_used: bool
    """Only audiences that experiences use (true) or that none uses (false)."""
