from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ReportingSegmentsFilters(Body):
    """Which visitors count."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "devices": "devices",
        "browsers": "browsers",
        "countries": "countries",
        "visitor_types": "visitor_types",
        "campaigns": "campaigns",
        "custom_segments": "custom_segments",
        "sources": "sources",
    }

    devices: (
        list[Literal["iPhone", "all_phones", "other_phones", "desktop", "iPad", "all_tablets", "other_tablets"]]
        | None
        | Unset
    ) = UNSET
    """Only visitors with one of these devices."""
    browsers: list[Literal["internet_explorer", "chrome", "firefox", "safari", "edge", "other"]] | None | Unset = UNSET
    """Only visitors with one of these browsers."""
    countries: list[str] | None | Unset = UNSET
    """Only visitors from these countries, in two letters (ISO 3166)."""
    visitor_types: list[Literal["new", "returning"]] | None | Unset = UNSET
    """Only new or returning visitors."""
    campaigns: list[str] | None | Unset = UNSET
    """Only visitors who came by one of these campaigns."""
    custom_segments: list[int] | None | Unset = UNSET
    """Only visitors of these segments, by id."""
    sources: list[Literal["campaign", "search", "referral", "direct", "ai_tool"]] | None | Unset = UNSET
    """Only visitors who came in one of these ways."""
