from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .metric_input import MetricInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput


class CampaignCreateFields(TypedDict, total=False):
    """What may be sent to create a campaign.

    The fields of ``CampaignCreate``, by keyword.
    """

    archived: bool
    """Whether the campaign is archived. The vendor's default: False."""
    code_changes: Sequence[SharedCodeChangeInput | Model | Mapping[str, Any]]
    """CSS and JavaScript shared by all experiences."""
    custom_field_values: Mapping[str, Any]
    """Values of custom fields of the project, by the field's `api_name`; what a value may be, the field's type
    says."""
    description: str
    """Description or goal of the campaign."""
    experiment_priorities: Sequence[Sequence[int]]
    """Experiments by priority: a list of groups, the first shown first; those in a group are equal."""
    for_journey: bool
    """True for a campaign that a journey uses or used. The vendor's default: False."""
    holdback: int
    """Share of visitors who see no personalization, in basis points (500 = 5 %)."""
    journey_id: str
    """Journey the campaign is to belong to."""
    metrics: Sequence[MetricInput | Model | Mapping[str, Any]]
    """What is measured, the primary metric first."""
    name: str
    """Name of the campaign."""
    page_ids: Sequence[int]
    """Pages it runs on; this or `url_targeting`, not both."""
    project_id: Required[int]
    """Project to create the campaign in."""
    type: Literal["personalization", "other"]
    """Kind of the campaign. The vendor's default: 'personalization'."""
    url_targeting: URLTargetingInput | Model | Mapping[str, Any]
    """The URLs an experiment or campaign is to run on."""
