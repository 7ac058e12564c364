from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .url_condition_input import UrlConditionInput


class ExperimentUpdateFields(TypedDict, total=False):
    """Fields of an experiment to change; the fields left out keep their values.

    The fields of ``ExperimentUpdate``, by keyword.
    """

    description: str
    """The name shown in the dashboard and the editor."""
    edit_url: str
    """The page that opens in the editor."""
    status: Literal["Running", "Paused", "Not started", "Archived"]
    """Running starts the experiment, Paused stops it, Archived hides it and takes it out of the snippet."""
    url_conditions: Sequence[UrlConditionInput | Model | Mapping[str, Any]]
    """The pages the experiment runs on. Replaces the whole list."""
    percentage_included: int
    """Share of visitors in the experiment, in basis points (10000 is 100 %)."""
    activation_mode: Literal["immediate", "manual", "conditional"]
    """When the experiment becomes active on a page."""
    audience_ids: Sequence[int]
    """Audiences to target. Replaces the whole list."""
    custom_css: str
    """CSS applied to all variations, the original included."""
    custom_js: str
    """JavaScript that runs before the code of every variation, the original included."""
    experiment_type: Literal["ab"]
    """Kind of test. Multivariate and multipage tests cannot be updated."""
