from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectIntegrations(Model):
    """Settings of services that are told about experiences."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "crazyegg": "crazyegg",
        "google_analytics": "google_analytics",
        "kissmetrics": "kissmetrics",
        "hotjar": "hotjar",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "crazyegg": "read_crazyegg_settings",
        "google_analytics": "read_google_analytics_settings",
        "kissmetrics": "read_switch",
        "hotjar": "read_switch",
    }

    crazyegg: CrazyeggSettings | None = None
    """Settings for Crazy Egg."""
    google_analytics: GoogleAnalyticsSettings | None = None
    """Settings for Google Analytics."""
    kissmetrics: Switch | None = None
    """Settings for Kissmetrics."""
    hotjar: Switch | None = None
    """Settings for Hotjar."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.crazyegg = None if (v := data.get("crazyegg")) is None else read_crazyegg_settings(v)
            self.google_analytics = (
                None if (v := data.get("google_analytics")) is None else read_google_analytics_settings(v)
            )
            self.kissmetrics = None if (v := data.get("kissmetrics")) is None else read_switch(v)
            self.hotjar = None if (v := data.get("hotjar")) is None else read_switch(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_integrations: Callable[[Any], ProjectIntegrations] = ProjectIntegrations.from_dict


from .crazyegg_settings import CrazyeggSettings, read_crazyegg_settings
from .google_analytics_settings import GoogleAnalyticsSettings, read_google_analytics_settings
from .switch import Switch, read_switch
