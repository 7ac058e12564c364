from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CampaignCreate(Body):
    """What may be sent to create a campaign."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "code_changes": "changes",
        "custom_field_values": "custom_field_values",
        "description": "description",
        "experiment_priorities": "experiment_priorities",
        "for_journey": "for_journey",
        "holdback": "holdback",
        "journey_id": "journey_id",
        "metrics": "metrics",
        "name": "name",
        "page_ids": "page_ids",
        "project_id": "project_id",
        "type": "type",
        "url_targeting": "url_targeting",
    }

    archived: bool | Unset = UNSET
    """Whether the campaign is archived. The vendor's default: False."""
    code_changes: list[SharedCodeChangeInput] | Unset = UNSET
    """CSS and JavaScript shared by all experiences."""
    custom_field_values: dict[str, Any] | Unset = UNSET
    """Values of custom fields of the project, by the field's `api_name`; what a value may be, the field's type
    says."""
    description: str | Unset = UNSET
    """Description or goal of the campaign."""
    experiment_priorities: list[list[int]] | Unset = UNSET
    """Experiments by priority: a list of groups, the first shown first; those in a group are equal."""
    for_journey: bool | Unset = UNSET
    """True for a campaign that a journey uses or used. The vendor's default: False."""
    holdback: int | Unset = UNSET
    """Share of visitors who see no personalization, in basis points (500 = 5 %)."""
    journey_id: str | Unset = UNSET
    """Journey the campaign is to belong to."""
    metrics: list[MetricInput] | Unset = UNSET
    """What is measured, the primary metric first."""
    name: str | Unset = UNSET
    """Name of the campaign."""
    page_ids: list[int] | Unset = UNSET
    """Pages it runs on; this or `url_targeting`, not both."""
    project_id: int
    """Project to create the campaign in."""
    type: Literal["personalization", "other"] | Unset = UNSET
    """Kind of the campaign. The vendor's default: 'personalization'."""
    url_targeting: URLTargetingInput | Unset = UNSET
    """The URLs an experiment or campaign is to run on."""


from .metric_input import MetricInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput
