from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ImpressionsUsage(Model):
    """Impressions of one experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiment_id": "experiment_id",
        "experiment_name": "experiment_name",
        "experiment_status": "experiment_status",
        "impression_count": "impression_count",
        "platform": "platform",
        "project_id": "project_id",
        "project_name": "project_name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    experiment_id: int
    """The experiment."""
    experiment_name: str | None = None
    """Its name; the key where there is none."""
    experiment_status: str | None = None
    """Its state."""
    impression_count: int | None = None
    """Impressions in the interval."""
    platform: str | None = None
    """Platform of its project. The vendor's default: 'web'."""
    project_id: int
    """Its project."""
    project_name: str | None = None
    """Name of that project."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiment_id = data["experiment_id"]
            self.experiment_name = data.get("experiment_name")
            self.experiment_status = data.get("experiment_status")
            self.impression_count = data.get("impression_count")
            self.platform = data.get("platform")
            self.project_id = data["project_id"]
            self.project_name = data.get("project_name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
