from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class RemoveReportEvent(Body):
    """Which events of a type to remove."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "goals": "goals",
        "revenue_start_value": "revenue_start_value",
        "revenue_end_value": "revenue_end_value",
    }

    type: Literal["view_experience", "conversion", "transaction"]
    """The type of the events."""
    goals: list[int] | None | Unset = UNSET
    """Only conversions or transactions on these goals, by id."""
    revenue_start_value: float | None | Unset = UNSET
    """Only transactions with at least this revenue."""
    revenue_end_value: float | None | Unset = UNSET
    """Only transactions with at most this revenue."""
