from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SeriesListRep(Model):
    """Counts by time."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "metadata": "metadata",
        "series": "series",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of any",
        "metadata": "list of map of any",
        "series": "list of map of scalar",
    }

    links: dict[str, Any] | None = None
    """Links by name."""
    metadata: list[dict[str, Any]] | None = None
    """What each series is about; one object per series."""
    series: list[dict[str, int]] | None = None
    """Counts by time, one object per point, with the time and a number per series."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = None if (v := data.get("_links")) is None else entries(v)
            self.metadata = (
                None if (v := data.get("metadata")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.series = (
                None
                if (v := data.get("series")) is None
                else [without_nulls(entries(x0)) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
