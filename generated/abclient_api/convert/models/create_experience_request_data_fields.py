import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .experience_integration_input import ExperienceIntegrationInput
from .experience_settings_input import ExperienceSettingsInput
from .experience_variation_create import ExperienceVariationCreate
from .multipage_experience_page import MultipageExperiencePage
from .site_area import SiteArea
from .tag_input import TagInput
from .user_customization_input import UserCustomizationInput


class CreateExperienceRequestDataFields(TypedDict, total=False):
    """An experience to add.

    The fields of ``CreateExperienceRequestData``, by keyword.
    """

    description: str
    """A description."""
    start_time: datetime.datetime | None
    """When it starts, in Unix seconds; null for at once."""
    end_time: datetime.datetime | None
    """When it ends, in Unix seconds; null for never."""
    global_js: str
    """JavaScript for all variations."""
    global_css: str
    """A style sheet for all variations."""
    name: Required[str]
    """What it is called."""
    key: str
    """A name for use in code, unique in its project."""
    primary_goal: int
    """The goal that decides, by id."""
    objective: str | None
    """What it is meant to find out, in at most 5000 characters."""
    settings: ExperienceSettingsInput | Model | Mapping[str, Any]
    """Settings of statistics, of stopping, and of matching."""
    site_area: SiteArea | Mapping[str, Any] | None
    """The pages on which it runs; superseded by locations."""
    traffic_distribution: float
    """The share of visitors who take part, in percent with up to four decimals."""
    type: Required[Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]]
    """What kind of experience it is."""
    url: Required[str]
    """The page that the editor opens, of at most 2048 characters."""
    version: float
    """The version of the experience's format."""
    integrations: Sequence[ExperienceIntegrationInput | Model | Mapping[str, Any]]
    """Services that are told about the experience."""
    environments: Sequence[str]
    """Superseded by `environment`."""
    environment: str
    """The environment of the project that it runs in."""
    concurrency_key: str | None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    multipage_pages: Sequence[MultipageExperiencePage | Mapping[str, Any]]
    """The pages of a multipage experience. A list that is sent replaces the one that was there."""
    status: Required[Literal["draft", "active", "paused", "completed", "scheduled", "archived"]]
    """The status."""
    audiences: Sequence[int]
    """Audiences, by id."""
    locations: Sequence[int]
    """Locations, by id."""
    goals: Sequence[int]
    """Goals, by id."""
    tags: Sequence[int | TagInput | Model | Mapping[str, Any]]
    """Tags by id, or new ones by name."""
    customizations: Sequence[UserCustomizationInput | Model | Mapping[str, Any]]
    """Values that users attach to it, at most 100."""
    variations: Sequence[ExperienceVariationCreate | Model | Mapping[str, Any]]
    """The variations, of which one is the baseline."""
