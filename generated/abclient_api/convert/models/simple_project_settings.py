from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SimpleProjectSettings(Model):
    """The times of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "time_zone": "time_zone",
        "utc_offset": "utc_offset",
        "time_format": "time_format",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    time_zone: str | None = None
    """The name of the time zone."""
    utc_offset: int | None = None
    """How far the time zone is ahead of UTC, in seconds. The vendor's default: 0."""
    time_format: Literal["12h", "24h"] | str | None = None
    """How times are shown."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.time_zone = data.get("time_zone")
            self.utc_offset = data.get("utc_offset")
            self.time_format = data.get("time_format")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_simple_project_settings: Callable[[Any], SimpleProjectSettings] = SimpleProjectSettings.from_dict
