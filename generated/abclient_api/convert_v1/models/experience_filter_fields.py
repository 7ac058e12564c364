from collections.abc import Sequence
from typing import Literal, TypedDict


class ExperienceFilterFields(TypedDict, total=False):
    """Which page of which experiences to list. Filters narrow each other.

    The fields of ``ExperienceFilter``, by keyword.
    """

    page: int
    """Number of the page, counted from 1."""
    results_per_page: int
    """How many items a page holds at most. The vendor's default: 50."""
    types: Sequence[Literal["a/b", "a/a", "mvt", "split_url", "personalization"]]
    """Only experiences of these types."""
    statuses: Sequence[Literal["draft", "active", "paused", "completed", "scheduled", "archived"]]
    """Only experiences in these statuses."""
    search: str
    """Only experiences with this text in name or description."""
