from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict


class ScheduledJobCreateFields(TypedDict, total=False):
    """What may be sent to create a scheduled job.

    The fields of ``ScheduledJobCreate``, by keyword.
    """

    campaign_ids: Sequence[int]
    """Campaigns to consider. The vendor's default: []."""
    experiment_ids: Sequence[int]
    """Experiments to consider. The vendor's default: []."""
    frequency: Required[Literal["daily", "weekly"]]
    """How often it is to run."""
    job_type: Required[Literal["project_results"]]
    """What it is to do."""
    output_channels: Mapping[str, Any]
    """How its output is delivered: `{email: [somebody@example.com]}`. The vendor's default: {}."""
    project_id: Required[int]
    """Project it is for."""
