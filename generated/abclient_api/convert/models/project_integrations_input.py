from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectIntegrationsInput(Body):
    """Settings of services that are told about experiences."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "crazyegg": "crazyegg",
        "google_analytics": "google_analytics",
        "kissmetrics": "kissmetrics",
        "hotjar": "hotjar",
    }

    crazyegg: CrazyeggSettingsInput | Unset = UNSET
    """Settings for Crazy Egg."""
    google_analytics: GoogleAnalyticsSettingsInput | Unset = UNSET
    """Settings for Google Analytics."""
    kissmetrics: Switch | Unset = UNSET
    """Settings for Kissmetrics."""
    hotjar: Switch | Unset = UNSET
    """Settings for Hotjar."""


from .crazyegg_settings_input import CrazyeggSettingsInput
from .google_analytics_settings_input import GoogleAnalyticsSettingsInput
from .switch import Switch
