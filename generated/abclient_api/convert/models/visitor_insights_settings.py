from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisitorInsightsSettings(Model):
    """What is recorded of visitors' behavior."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "enabled": "enabled",
        "obfuscate_text": "obfuscate_text",
        "sampling_rate": "sampling_rate",
        "id": "id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    enabled: bool | None = None
    """Whether it is on."""
    obfuscate_text: bool | None = None
    """Whether texts of pages are made unreadable. The vendor's default: True."""
    sampling_rate: Literal[5, 10, 20, 30, 40, 50] | int | None = None
    """The percentage of visitors whose behavior is recorded. The vendor's default: 5."""
    id: str | None = None
    """The id. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.enabled = data.get("enabled")
            self.obfuscate_text = data.get("obfuscate_text")
            self.sampling_rate = data.get("sampling_rate")
            self.id = data.get("id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visitor_insights_settings: Callable[[Any], VisitorInsightsSettings] = VisitorInsightsSettings.from_dict
