from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ScheduledJob(Model):
    """A job that runs regularly."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "archived": "archived",
        "campaign_ids": "campaign_ids",
        "experiment_ids": "experiment_ids",
        "frequency": "frequency",
        "id": "id",
        "job_type": "job_type",
        "output_channels": "output_channels",
        "project_id": "project_id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "campaign_ids": "list of scalar",
        "experiment_ids": "list of scalar",
    }

    account_id: int | None = None
    """Account it belongs to. Read-only."""
    archived: bool | None = None
    """Whether it is archived. Read-only. The vendor's default: False."""
    campaign_ids: list[int] | None = None
    """Campaigns to consider. The vendor's default: []."""
    experiment_ids: list[int] | None = None
    """Experiments to consider. The vendor's default: []."""
    frequency: Literal["daily", "weekly"] | str | None = None
    """How often it runs."""
    id: int
    """Identifier of the job. Read-only."""
    job_type: Literal["project_results"] | str | None = None
    """What it does."""
    output_channels: Any = None
    """How its output is delivered, an object such as `{email: [somebody@example.com]}`. The vendor's default:
    {}."""
    project_id: int | None = None
    """Project it is for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("account_id")
            self.archived = data.get("archived")
            self.campaign_ids = None if (v := data.get("campaign_ids")) is None else without_nulls(items(v))
            self.experiment_ids = None if (v := data.get("experiment_ids")) is None else without_nulls(items(v))
            self.frequency = data.get("frequency")
            self.id = data["id"]
            self.job_type = data.get("job_type")
            self.output_channels = data.get("output_channels")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
