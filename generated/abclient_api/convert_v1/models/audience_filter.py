from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AudienceFilter(Body):
    """Which page of which audiences to list. Filters narrow each other."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "page": "page",
        "results_per_page": "results_per_page",
        "search": "search",
        "is_segment": "isSegment",
        "is_used": "isUsed",
    }

    page: int | Unset = UNSET
    """Number of the page, counted from 1. The vendor's default: 1."""
    results_per_page: int | Unset = UNSET
    """How many items a page holds at most. The vendor's default: 50."""
    search: str | Unset = UNSET
    """Only audiences with this text in name or description."""
    is_segment: bool | Unset = UNSET
    """Only audiences that are marked as segments (true) or are not (false)."""
    is_used: bool | Unset = UNSET
    """Only audiences that experiences use (true) or that none uses (false)."""
