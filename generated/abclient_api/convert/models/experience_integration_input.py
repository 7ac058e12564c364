from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceIntegrationInput(Body):
    """A service that is told about an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "provider": "provider",
        "enabled": "enabled",
        "custom_dimension": "custom_dimension",
        "evar": "evar",
        "type": "type",
        "property_ua": "property_UA",
        "measurement_id": "measurementId",
        "property_id": "propertyId",
        "audiences": "audiences",
    }

    provider: Literal[
        "baidu",
        "clicktale",
        "clicky",
        "cnzz",
        "crazyegg",
        "econda",
        "eulerian",
        "google_analytics",
        "gosquared",
        "heapanalytics",
        "hotjar",
        "microsoft_clarity",
        "mixpanel",
        "mouseflow",
        "piwik",
        "segmentio",
        "sitecatalyst",
        "woopra",
        "ysance",
    ]
    """The service."""
    enabled: bool | None | Unset = UNSET
    """Whether it is on."""
    custom_dimension: str | Unset = UNSET
    """The custom dimension or variable to write to."""
    evar: str | Unset = UNSET
    """The variable at Adobe Analytics."""
    type: Literal["ga3", "ga4"] | Unset = UNSET
    """The type."""
    property_ua: str | None | Unset = UNSET
    """The property at Google Analytics 3."""
    measurement_id: str | Unset = UNSET
    """The measurement id at Google Analytics 4."""
    property_id: str | Unset = UNSET
    """The property at Google Analytics 4."""
    audiences: dict[str, str] | Unset = UNSET
    """Audiences at Google Analytics, by variation."""
