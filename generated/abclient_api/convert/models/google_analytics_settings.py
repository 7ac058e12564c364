from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GoogleAnalyticsSettings(Model):
    """Settings for Google Analytics; which fields it has depends on the type."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "enabled": "enabled",
        "auto_revenue_tracking": "auto_revenue_tracking",
        "type": "type",
        "property_ua": "property_UA",
        "measurement_id": "measurementId",
        "property_id": "propertyId",
        "no_wait_pageview": "no_wait_pageview",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    enabled: bool | None = None
    """Whether it is on."""
    auto_revenue_tracking: bool | None = None
    """Whether revenue is taken from the transactions of Google Analytics."""
    type: Literal["ga3", "ga4"] | str | None = None
    """The type."""
    property_ua: str | None = None
    """The property at Google Analytics 3."""
    measurement_id: str | None = None
    """The measurement id at Google Analytics 4."""
    property_id: str | None = None
    """The property at Google Analytics 4."""
    no_wait_pageview: bool | None = None
    """Whether events are sent without waiting for the page view."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.enabled = data.get("enabled")
            self.auto_revenue_tracking = data.get("auto_revenue_tracking")
            self.type = data.get("type")
            self.property_ua = data.get("property_UA")
            self.measurement_id = data.get("measurementId")
            self.property_id = data.get("propertyId")
            self.no_wait_pageview = data.get("no_wait_pageview")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_google_analytics_settings: Callable[[Any], GoogleAnalyticsSettings] = GoogleAnalyticsSettings.from_dict
