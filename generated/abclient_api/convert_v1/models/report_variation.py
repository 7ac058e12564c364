from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportVariation(Model):
    """A variation, as a report names it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "is_baseline": "is_baseline",
        "traffic_distribution": "traffic_distribution",
        "key": "key",
        "status": "status",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str | None = None
    """The variation's id."""
    name: str | None = None
    """The variation's name."""
    is_baseline: bool | None = None
    """Whether the others are compared with this one."""
    traffic_distribution: float | None = None
    """Its share of the traffic, in percent."""
    key: str | None = None
    """The variation's key, for use in code."""
    status: Literal["running", "stopped"] | str | None = None
    """Whether it still gets traffic."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.name = data.get("name")
            self.is_baseline = data.get("is_baseline")
            self.traffic_distribution = data.get("traffic_distribution")
            self.key = data.get("key")
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report_variation: Callable[[Any], ReportVariation] = ReportVariation.from_dict
