from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ScheduledJobCreate(Body):
    """What may be sent to create a scheduled job."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "campaign_ids": "campaign_ids",
        "experiment_ids": "experiment_ids",
        "frequency": "frequency",
        "job_type": "job_type",
        "output_channels": "output_channels",
        "project_id": "project_id",
    }

    campaign_ids: list[int] | Unset = UNSET
    """Campaigns to consider. The vendor's default: []."""
    experiment_ids: list[int] | Unset = UNSET
    """Experiments to consider. The vendor's default: []."""
    frequency: Literal["daily", "weekly"]
    """How often it is to run."""
    job_type: Literal["project_results"]
    """What it is to do."""
    output_channels: dict[str, Any] | Unset = UNSET
    """How its output is delivered: `{email: [somebody@example.com]}`. The vendor's default: {}."""
    project_id: int
    """Project it is for."""
