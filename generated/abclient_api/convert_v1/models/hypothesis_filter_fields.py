from collections.abc import Sequence
from typing import Literal, TypedDict


class HypothesisFilterFields(TypedDict, total=False):
    """Which page of which hypotheses to list. Filters narrow each other.

    The fields of ``HypothesisFilter``, by keyword.
    """

    page: int
    """Number of the page, counted from 1. The vendor's default: 1."""
    results_per_page: int
    """How many items a page holds at most. The vendor's default: 50."""
    search: str
    """Only hypotheses with this text in name or description."""
    statuses: Sequence[Literal["draft", "active", "paused", "completed", "scheduled", "archived"]]
    """Only hypotheses in these statuses."""
    score_min: Literal["0", "1", "2", "3", "4", "5"]
    """Only hypotheses with at least this priority score, 0 to 5."""
    score_max: Literal["0", "1", "2", "3", "4", "5"]
    """Only hypotheses with at most this priority score, 0 to 5."""
