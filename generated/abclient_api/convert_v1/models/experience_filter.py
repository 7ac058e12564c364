from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceFilter(Body):
    """Which page of which experiences to list. Filters narrow each other."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "page": "page",
        "results_per_page": "results_per_page",
        "types": "experience_types",
        "statuses": "experience_status",
        "search": "search",
    }

    page: int | Unset = UNSET
    """Number of the page, counted from 1."""
    results_per_page: int | Unset = UNSET
    """How many items a page holds at most. The vendor's default: 50."""
    types: list[Literal["a/b", "a/a", "mvt", "split_url", "personalization"]] | Unset = UNSET
    """Only experiences of these types."""
    statuses: list[Literal["draft", "active", "paused", "completed", "scheduled", "archived"]] | Unset = UNSET
    """Only experiences in these statuses."""
    search: str | Unset = UNSET
    """Only experiences with this text in name or description."""
