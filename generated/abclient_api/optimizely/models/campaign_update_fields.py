from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .metric_input import MetricInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput


class CampaignUpdateFields(TypedDict, total=False):
    """The fields of a campaign to change. An empty object is legal together with `action`.

    The fields of ``CampaignUpdate``, by keyword.
    """

    code_changes: Sequence[SharedCodeChangeInput | Model | Mapping[str, Any]]
    """CSS and JavaScript shared by all experiences."""
    description: str
    """Description or goal of the campaign."""
    experiment_priorities: Sequence[Sequence[int]]
    """Experiments by priority: a list of groups, the first shown first; those in a group are equal."""
    for_journey: bool
    """True for a campaign that a journey uses or used."""
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
    url_targeting: URLTargetingInput | Model | Mapping[str, Any]
    """The URLs an experiment or campaign is to run on."""
