from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperimentUpdate(Body):
    """Fields of an experiment to change; the fields left out keep their values."""

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

    description: str | Unset = UNSET
    """The name shown in the dashboard and the editor."""
    edit_url: str | Unset = UNSET
    """The page that opens in the editor."""
    status: Literal["Running", "Paused", "Not started", "Archived"] | Unset = UNSET
    """Running starts the experiment, Paused stops it, Archived hides it and takes it out of the snippet."""
    url_conditions: list[UrlConditionInput] | Unset = UNSET
    """The pages the experiment runs on. Replaces the whole list."""
    percentage_included: int | Unset = UNSET
    """Share of visitors in the experiment, in basis points (10000 is 100 %)."""
    activation_mode: Literal["immediate", "manual", "conditional"] | Unset = UNSET
    """When the experiment becomes active on a page."""
    audience_ids: list[int] | Unset = UNSET
    """Audiences to target. Replaces the whole list."""
    custom_css: str | Unset = UNSET
    """CSS applied to all variations, the original included."""
    custom_js: str | Unset = UNSET
    """JavaScript that runs before the code of every variation, the original included."""
    experiment_type: Literal["ab"] | Unset = UNSET
    """Kind of test. Multivariate and multipage tests cannot be updated."""


from .url_condition_input import UrlConditionInput
