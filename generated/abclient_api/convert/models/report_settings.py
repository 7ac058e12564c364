from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportSettings(Model):
    """What a report can be narrowed down to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "campaigns": "campaigns",
        "custom_segments": "custom_segments",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "campaigns": "list of read_report_campaign",
        "custom_segments": "list of read_simple_audience_segment",
    }

    campaigns: list[ReportCampaign] | None = None
    """Campaigns by name. Read-only."""
    custom_segments: list[SimpleAudienceSegment] | None = None
    """Segments of visitors. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.campaigns = (
                None
                if (v := data.get("campaigns")) is None
                else [read_report_campaign(x0) for x0 in items(v) if x0 is not None]
            )
            self.custom_segments = (
                None
                if (v := data.get("custom_segments")) is None
                else [read_simple_audience_segment(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report_settings: Callable[[Any], ReportSettings] = ReportSettings.from_dict


from .report_campaign import ReportCampaign, read_report_campaign
from .simple_audience_segment import SimpleAudienceSegment, read_simple_audience_segment
