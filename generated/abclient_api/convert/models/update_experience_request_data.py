from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True)
class UpdateExperienceRequestData(Body):
    """What to change of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "start_time": "start_time",
        "end_time": "end_time",
        "global_js": "global_js",
        "global_css": "global_css",
        "name": "name",
        "key": "key",
        "primary_goal": "primary_goal",
        "objective": "objective",
        "settings": "settings",
        "site_area": "site_area",
        "traffic_distribution": "traffic_distribution",
        "type": "type",
        "url": "url",
        "version": "version",
        "integrations": "integrations",
        "screenshots_info": "screenshots_info",
        "environments": "environments",
        "environment": "environment",
        "concurrency_key": "concurrency_key",
        "multipage_pages": "multipage_pages",
        "status": "status",
        "audiences": "audiences",
        "locations": "locations",
        "goals": "goals",
        "tags": "tags",
        "customizations": "customizations",
        "variations": "variations",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("screenshots_info",)

    description: str | Unset = UNSET
    """A description."""
    start_time: datetime.datetime | None | Unset = UNSET
    """When it starts, in Unix seconds; null for at once."""
    end_time: datetime.datetime | None | Unset = UNSET
    """When it ends, in Unix seconds; null for never."""
    global_js: str | Unset = UNSET
    """JavaScript for all variations."""
    global_css: str | Unset = UNSET
    """A style sheet for all variations."""
    name: str | Unset = UNSET
    """What it is called."""
    key: str | Unset = UNSET
    """A name for use in code, unique in its project."""
    primary_goal: int | Unset = UNSET
    """The goal that decides, by id."""
    objective: str | None | Unset = UNSET
    """What it is meant to find out, in at most 5000 characters."""
    settings: ExperienceSettingsInput | Unset = UNSET
    """Settings of statistics, of stopping, and of matching."""
    site_area: SiteArea | None | Unset = UNSET
    """The pages on which it runs; superseded by locations."""
    traffic_distribution: float | Unset = UNSET
    """The share of visitors who take part, in percent with up to four decimals."""
    type: (
        Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"] | Unset
    ) = UNSET
    """What kind of experience it is."""
    url: str | Unset = UNSET
    """The page that the editor opens, of at most 2048 characters."""
    version: float | Unset = UNSET
    """The version of the experience's format."""
    integrations: list[ExperienceIntegrationInput] | Unset = UNSET
    """Services that are told about the experience."""
    screenshots_info: list[ScreenshotInfoInput] | Unset = UNSET
    """When screenshots of variations were taken. Read-only."""
    environments: list[str] | Unset = UNSET
    """Superseded by `environment`."""
    environment: str | Unset = UNSET
    """The environment of the project that it runs in."""
    concurrency_key: str | None | Unset = UNSET
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    multipage_pages: list[MultipageExperiencePage] | Unset = UNSET
    """The pages of a multipage experience. A list that is sent replaces the one that was there."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | Unset = UNSET
    """The status."""
    audiences: list[int] | Unset = UNSET
    """Audiences by id. The list replaces the one that was there."""
    locations: list[int] | Unset = UNSET
    """Locations by id. The list replaces the one that was there."""
    goals: list[int] | Unset = UNSET
    """Goals by id. The list replaces the one that was there."""
    tags: list[int | TagInput] | Unset = UNSET
    """Tags by id, or new ones by name. The list replaces the one that was there."""
    customizations: list[UserCustomizationInput] | Unset = UNSET
    """Values that users attach to it, at most 100."""
    variations: list[ExperienceVariationUpdate] | Unset = UNSET
    """All variations. The list replaces the one that was there: a variation that is missing in it is removed
    with its data."""


from .experience_integration_input import ExperienceIntegrationInput
from .experience_settings_input import ExperienceSettingsInput
from .experience_variation_update import ExperienceVariationUpdate
from .multipage_experience_page import MultipageExperiencePage
from .screenshot_info_input import ScreenshotInfoInput
from .site_area import SiteArea
from .user_customization_input import UserCustomizationInput

if TYPE_CHECKING:
    from .tag_input import TagInput
