from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .url_condition_input import UrlConditionInput


class ExperimentCreateFields(TypedDict, total=False):
    """An A/B test to create.

    The fields of ``ExperimentCreate``, by keyword.
    """

    description: Required[str]
    """The name shown in the dashboard and the editor."""
    edit_url: Required[str]
    """The page that opens in the editor; without `url_conditions` also the page the experiment runs on."""
    status: Literal["Running", "Paused", "Not started", "Archived"]
    """State the experiment starts in. The vendor's default: 'Not started'."""
    url_conditions: Sequence[UrlConditionInput | Model | Mapping[str, Any]]
    """The pages the experiment runs on. By default one simple match on `edit_url`."""
    percentage_included: int
    """Share of visitors in the experiment, in basis points (10000 is 100 %). The vendor's default: 10000."""
    activation_mode: Literal["immediate", "manual", "conditional"]
    """When the experiment becomes active on a page. The vendor's default: 'immediate'."""
    audience_ids: Sequence[int]
    """Audiences to target. None by default, which includes everyone."""
    custom_css: str
    """CSS applied to all variations, the original included. The vendor's default: ''."""
    custom_js: str
    """JavaScript that runs before the code of every variation, the original included. The vendor's default: ''."""
    experiment_type: Literal["ab"]
    """Kind of test. Multivariate and multipage tests cannot be created. The vendor's default: 'ab'."""
