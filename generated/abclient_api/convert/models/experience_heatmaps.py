from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceHeatmaps(Model):
    """Heatmaps of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "heatmaps": "heatmaps",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "heatmaps": "map of scalar",
    }

    heatmaps: dict[str, str] | None = None
    """The ids of heatmaps, by variation. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.heatmaps = None if (v := data.get("heatmaps")) is None else without_nulls(entries(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_heatmaps: Callable[[Any], ExperienceHeatmaps] = ExperienceHeatmaps.from_dict
