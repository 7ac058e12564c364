from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectFilter(Body):
    """Which page of the projects to list."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "page": "page",
        "results_per_page": "results_per_page",
    }

    page: int | Unset = UNSET
    """Number of the page, counted from 1. The vendor's default: 1."""
    results_per_page: int | Unset = UNSET
    """How many items a page holds at most. The vendor's default: 50."""
