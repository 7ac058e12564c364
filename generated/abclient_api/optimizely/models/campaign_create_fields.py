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

    code_changes: Sequence[SharedCodeChangeInput | Model | Mapping[str, Any]]
    """CSS and JavaScript shared by all experiences."""
    description: str
    """Description or goal of the campaign."""
    experiment_priorities: Sequence[Sequence[int]]
    """Experiments by priority: a list of groups, the first shown first; those in a group are equal."""
    holdback: int
    """Share of visitors who see no personalization, in basis points (500 = 5 %)."""
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
