from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._unions import expandable
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LiveDataEvent(Model):
    """Something that a visitor did."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "devices": "devices",
        "browser": "browser",
        "country": "country",
        "visitor_type": "visitor_type",
        "campaign": "campaign",
        "custom_segments": "custom_segments",
        "sources": "sources",
        "event_type": "event_type",
        "experiences": "experiences",
        "conversion": "conversion",
        "project": "project",
        "timestamp": "timestamp",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "devices": "list of scalar",
        "custom_segments": "list of read_simple_audience_segment_expandable",
        "sources": "list of scalar",
        "experiences": "list of read_simple_experience",
        "conversion": "read_live_data_event_conversion",
        "project": "read_simple_project_expandable",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": to_epoch_seconds,
    }

    devices: (
        list[Literal["iPhone", "all_phones", "other_phones", "desktop", "iPad", "all_tablets", "other_tablets"] | str]
        | None
    ) = None
    """Kinds of devices that this one is of."""
    browser: Literal["internet_explorer", "chrome", "firefox", "safari", "edge", "other"] | str | None = None
    """The browser."""
    country: str | None = None
    """The country, in two letters (ISO 3166)."""
    visitor_type: Literal["new", "returning"] | str | None = None
    """Whether the visitor is new."""
    campaign: str | None = None
    """The campaign that the visitor came by."""
    custom_segments: list[int | SimpleAudienceSegment] | None = None
    """The segments by id, or with their names where they are expanded."""
    sources: list[Literal["campaign", "search", "referral", "direct", "ai_tool"] | str] | None = None
    """How the visitor came."""
    event_type: Literal["view_experience", "conversion", "transaction"] | str | None = None
    """What happened."""
    experiences: list[SimpleExperience] | None = None
    """The experiences with the variation that was seen."""
    conversion: LiveDataEventConversion | None = None
    """What was converted, of events of this type."""
    project: int | SimpleProject | None = None
    """The project by id, or with its name where it is expanded."""
    timestamp: datetime.datetime | None = None
    """When it happened."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.devices = None if (v := data.get("devices")) is None else without_nulls(items(v))
            self.browser = data.get("browser")
            self.country = data.get("country")
            self.visitor_type = data.get("visitor_type")
            self.campaign = data.get("campaign")
            self.custom_segments = (
                None
                if (v := data.get("custom_segments")) is None
                else [read_simple_audience_segment_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.sources = None if (v := data.get("sources")) is None else without_nulls(items(v))
            self.event_type = data.get("event_type")
            self.experiences = (
                None
                if (v := data.get("experiences")) is None
                else [read_simple_experience(x0) for x0 in items(v) if x0 is not None]
            )
            self.conversion = None if (v := data.get("conversion")) is None else read_live_data_event_conversion(v)
            self.project = None if (v := data.get("project")) is None else read_simple_project_expandable(v)
            self.timestamp = None if (v := data.get("timestamp")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_live_data_event: Callable[[Any], LiveDataEvent] = LiveDataEvent.from_dict


from .. import models
from .live_data_event_conversion import LiveDataEventConversion, read_live_data_event_conversion
from .simple_experience import SimpleExperience, read_simple_experience

if TYPE_CHECKING:
    from .simple_audience_segment import SimpleAudienceSegment
    from .simple_project import SimpleProject


read_simple_audience_segment_expandable: Callable[[Any], Any] = expandable(models, "SimpleAudienceSegment")
read_simple_project_expandable: Callable[[Any], Any] = expandable(models, "SimpleProject")
