from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceIntegration(Model):
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
    NESTED: ClassVar[Mapping[str, str]] = {
        "audiences": "map of scalar",
    }

    provider: (
        Literal[
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
        | str
        | None
    ) = None
    """The service."""
    enabled: bool | None = None
    """Whether it is on."""
    custom_dimension: str | None = None
    """The custom dimension or variable to write to."""
    evar: str | None = None
    """The variable at Adobe Analytics."""
    type: Literal["ga3", "ga4"] | str | None = None
    """The type."""
    property_ua: str | None = None
    """The property at Google Analytics 3."""
    measurement_id: str | None = None
    """The measurement id at Google Analytics 4."""
    property_id: str | None = None
    """The property at Google Analytics 4."""
    audiences: dict[str, str] | None = None
    """Audiences at Google Analytics, by variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.provider = data.get("provider")
            self.enabled = data.get("enabled")
            self.custom_dimension = data.get("custom_dimension")
            self.evar = data.get("evar")
            self.type = data.get("type")
            self.property_ua = data.get("property_UA")
            self.measurement_id = data.get("measurementId")
            self.property_id = data.get("propertyId")
            self.audiences = None if (v := data.get("audiences")) is None else without_nulls(entries(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_integration: Callable[[Any], ExperienceIntegration] = ExperienceIntegration.from_dict
