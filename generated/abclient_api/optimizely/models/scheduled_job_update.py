from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ScheduledJobUpdate(Body):
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

    archived: bool | Unset = UNSET
    """Whether it is archived."""
    campaign_ids: list[int] | Unset = UNSET
    """Campaigns to consider."""
    experiment_ids: list[int] | Unset = UNSET
    """Experiments to consider."""
    frequency: Literal["daily", "weekly"] | Unset = UNSET
    """How often it runs."""
    job_type: Literal["project_results"] | Unset = UNSET
    """What it does."""
    output_channels: dict[str, Any] | Unset = UNSET
    """How its output is delivered: `{email: [somebody@example.com]}`."""
    project_id: int | Unset = UNSET
    """Project it is for."""
