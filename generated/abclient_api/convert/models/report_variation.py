from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportVariation(Model):
    """A variation in a report."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "is_baseline": "is_baseline",
        "traffic_distribution": "traffic_distribution",
        "key": "key",
        "concurrency_key": "concurrency_key",
        "status": "status",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """The id. Read-only."""
    name: str | None = None
    """What it is called."""
    description: str | None = None
    """A description."""
    is_baseline: bool | None = None
    """Whether the others are compared with it."""
    traffic_distribution: float | None = None
    """Its share among the variations, in percent with up to four decimals."""
    key: str | None = None
    """A name for use in code, unique in its project."""
    concurrency_key: str | None = None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    status: Literal["stopped", "running"] | str | None = None
    """The status."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.name = data.get("name")
            self.description = data.get("description")
            self.is_baseline = data.get("is_baseline")
            self.traffic_distribution = data.get("traffic_distribution")
            self.key = data.get("key")
            self.concurrency_key = data.get("concurrency_key")
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report_variation: Callable[[Any], ReportVariation] = ReportVariation.from_dict
