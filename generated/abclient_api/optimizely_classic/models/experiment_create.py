from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperimentCreate(Body):
    """An A/B test to create."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "edit_url": "edit_url",
        "status": "status",
        "url_conditions": "url_conditions",
        "percentage_included": "percentage_included",
        "activation_mode": "activation_mode",
        "audience_ids": "audience_ids",
        "custom_css": "custom_css",
        "custom_js": "custom_js",
        "experiment_type": "experiment_type",
    }

    description: str
    """The name shown in the dashboard and the editor."""
    edit_url: str
    """The page that opens in the editor; without `url_conditions` also the page the experiment runs on."""
    status: Literal["Running", "Paused", "Not started", "Archived"] | Unset = UNSET
    """State the experiment starts in. The vendor's default: 'Not started'."""
    url_conditions: list[UrlConditionInput] | Unset = UNSET
    """The pages the experiment runs on. By default one simple match on `edit_url`."""
    percentage_included: int | Unset = UNSET
    """Share of visitors in the experiment, in basis points (10000 is 100 %). The vendor's default: 10000."""
    activation_mode: Literal["immediate", "manual", "conditional"] | Unset = UNSET
    """When the experiment becomes active on a page. The vendor's default: 'immediate'."""
    audience_ids: list[int] | Unset = UNSET
    """Audiences to target. None by default, which includes everyone."""
    custom_css: str | Unset = UNSET
    """CSS applied to all variations, the original included. The vendor's default: ''."""
    custom_js: str | Unset = UNSET
    """JavaScript that runs before the code of every variation, the original included. The vendor's default: ''."""
    experiment_type: Literal["ab"] | Unset = UNSET
    """Kind of test. Multivariate and multipage tests cannot be created. The vendor's default: 'ab'."""


from .url_condition_input import UrlConditionInput
