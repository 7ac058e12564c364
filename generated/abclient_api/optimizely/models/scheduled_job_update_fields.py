from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict


class ScheduledJobUpdateFields(TypedDict, total=False):
    """The fields of a scheduled job to change.

    The fields of ``ScheduledJobUpdate``, by keyword.
    """

    archived: bool
    """Whether it is archived."""
    campaign_ids: Sequence[int]
    """Campaigns to consider."""
    experiment_ids: Sequence[int]
    """Experiments to consider."""
    frequency: Literal["daily", "weekly"]
    """How often it runs."""
    job_type: Literal["project_results"]
    """What it does."""
    output_channels: Mapping[str, Any]
    """How its output is delivered: `{email: [somebody@example.com]}`."""
    project_id: int
    """Project it is for."""
