from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GoogleAnalyticsSettingsInput(Body):
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

    enabled: bool | Unset = UNSET
    """Whether it is on."""
    auto_revenue_tracking: bool | Unset = UNSET
    """Whether revenue is taken from the transactions of Google Analytics."""
    type: Literal["ga3", "ga4"] | Unset = UNSET
    """The type."""
    property_ua: str | None | Unset = UNSET
    """The property at Google Analytics 3."""
    measurement_id: str | Unset = UNSET
    """The measurement id at Google Analytics 4."""
    property_id: str | Unset = UNSET
    """The property at Google Analytics 4."""
    no_wait_pageview: bool | Unset = UNSET
    """Whether events are sent without waiting for the page view."""
