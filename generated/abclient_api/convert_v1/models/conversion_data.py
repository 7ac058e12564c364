from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ConversionData(Model):
    """Conversions of one variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "conversions": "conversions",
        "conversion_rate": "conversion_rate",
        "conversion_rate_change": "conversion_rate_change",
        "conversion_rate_interval": "conversion_rate_interval",
        "confidence": "confidence",
        "statistically_significant": "statistically_significant",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    conversions: int | None = None
    """How many conversions."""
    conversion_rate: float | None = None
    """Conversions per visitor, in percent."""
    conversion_rate_change: float | None = None
    """Difference from the baseline's rate, relative to it (0.2 for a fifth more)."""
    conversion_rate_interval: float | None = None
    """Half the width of the rate's interval - the rate plus and minus this value."""
    confidence: float | None = None
    """Confidence that the difference is real, in percent."""
    statistically_significant: bool | None = None
    """Whether the difference is significant."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.conversions = data.get("conversions")
            self.conversion_rate = data.get("conversion_rate")
            self.conversion_rate_change = data.get("conversion_rate_change")
            self.conversion_rate_interval = data.get("conversion_rate_interval")
            self.confidence = data.get("confidence")
            self.statistically_significant = data.get("statistically_significant")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_conversion_data: Callable[[Any], ConversionData] = ConversionData.from_dict
