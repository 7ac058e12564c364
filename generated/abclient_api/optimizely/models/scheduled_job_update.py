from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ScheduledJobUpdate(Model):
    """The fields of a scheduled job to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "campaign_ids": "campaign_ids",
        "experiment_ids": "experiment_ids",
        "frequency": "frequency",
        "job_type": "job_type",
        "output_channels": "output_channels",
        "project_id": "project_id",
    }

    archived: bool | None = None
    """Whether it is archived."""
    campaign_ids: list[int] | None = None
    """Campaigns to consider."""
    experiment_ids: list[int] | None = None
    """Experiments to consider."""
    frequency: Literal["daily", "weekly"] | str | None = None
    """How often it runs."""
    job_type: Literal["project_results"] | str | None = None
    """What it does."""
    output_channels: Any = None
    """How its output is delivered, an object."""
    project_id: int | None = None
    """Project it is for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.campaign_ids = None if (v := data.get("campaign_ids")) is None else without_nulls(items(v))
            self.experiment_ids = None if (v := data.get("experiment_ids")) is None else without_nulls(items(v))
            self.frequency = data.get("frequency")
            self.job_type = data.get("job_type")
            self.output_channels = data.get("output_channels")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
