from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class HypothesisFilter(Body):
    """Which page of which hypotheses to list. Filters narrow each other."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "page": "page",
        "results_per_page": "results_per_page",
        "search": "search",
        "statuses": "status",
        "score_min": "scoreMin",
        "score_max": "scoreMax",
    }

    page: int | Unset = UNSET
    """Number of the page, counted from 1. The vendor's default: 1."""
    results_per_page: int | Unset = UNSET
    """How many items a page holds at most. The vendor's default: 50."""
    search: str | Unset = UNSET
    """Only hypotheses with this text in name or description."""
    statuses: list[Literal["draft", "active", "paused", "completed", "scheduled", "archived"]] | Unset = UNSET
    """Only hypotheses in these statuses."""
    score_min: Literal["0", "1", "2", "3", "4", "5"] | Unset = UNSET
    """Only hypotheses with at least this priority score, 0 to 5."""
    score_max: Literal["0", "1", "2", "3", "4", "5"] | Unset = UNSET
    """Only hypotheses with at most this priority score, 0 to 5."""
