from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._unions import expandable
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Experience(Model):
    """A test, a deploy or a rollout, with its variations."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project": "project",
        "alerts": "alerts",
        "collaborators": "collaborators",
        "audiences": "audiences",
        "locations": "locations",
        "goals": "goals",
        "tags": "tags",
        "multipage_pages": "multipage_pages",
        "customizations": "customizations",
        "stats": "stats",
        "variations": "variations",
        "status": "status",
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
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": from_epoch_seconds,
        "end_time": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "project": "read_project_expandable",
        "alerts": "list of read_experience_alert",
        "collaborators": "list of read_experience_collaborator",
        "audiences": "list of read_audience_expandable",
        "locations": "list of read_location_expandable",
        "goals": "list of read_goal_expandable",
        "tags": "list of read_tag_expandable",
        "multipage_pages": "list of read_multipage_experience_page",
        "customizations": "list of read_user_customization",
        "stats": "read_experience_stats",
        "variations": "list of read_experience_variation_expandable",
        "settings": "read_experience_settings",
        "site_area": "read_site_area",
        "integrations": "list of read_experience_integration",
        "screenshots_info": "list of read_screenshot_info",
        "environments": "list of scalar",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    id: int
    """The id."""
    project: int | Project | None = None
    """The project by id, or whole where it is expanded."""
    alerts: list[ExperienceAlert] | None = None
    """What the vendor warns of, when `alerts` is included."""
    collaborators: list[ExperienceCollaborator] | None = None
    """Who works on it, when `collaborators` is included."""
    audiences: list[int | Audience] | None = None
    """Audiences by id, or whole where they are expanded; only when they are included."""
    locations: list[int | Location] | None = None
    """Locations by id, or whole where they are expanded; only when they are included."""
    goals: list[int | Goal] | None = None
    """Goals by id, or whole where they are expanded; only when they are included."""
    tags: list[int | Tag] | None = None
    """Tags by id, or whole where they are expanded."""
    multipage_pages: list[MultipageExperiencePage] | None = None
    """The pages of a multipage experience."""
    customizations: list[UserCustomization] | None = None
    """Values that users attach to it, at most 100."""
    stats: ExperienceStats | None = None
    """How variations perform on the primary goal, when `stats` is included."""
    variations: list[int | ExperienceVariation] | None = None
    """Variations by id, or whole where they are expanded; only when they are included."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived", "deleted"] | str | None = None
    """The status."""
    description: str | None = None
    """A description."""
    start_time: datetime.datetime | None = None
    """When it starts or started; none for at once."""
    end_time: datetime.datetime | None = None
    """When it ends or ended; none for never."""
    global_js: str | None = None
    """JavaScript for all variations."""
    global_css: str | None = None
    """A style sheet for all variations."""
    name: str | None = None
    """What it is called."""
    key: str | None = None
    """A name for use in code, unique in its project."""
    primary_goal: int | None = None
    """The goal that decides, by id."""
    objective: str | None = None
    """What it is meant to find out."""
    settings: ExperienceSettings | None = None
    """Settings of statistics, of stopping, and of matching."""
    site_area: SiteArea | None = None
    """The pages on which it runs; superseded by locations."""
    traffic_distribution: float | None = None
    """The share of visitors who take part, in percent with up to four decimals."""
    type: (
        Literal["a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout"]
        | str
        | None
    ) = None
    """What kind of experience it is."""
    url: str | None = None
    """The page that the editor opens."""
    version: float | None = None
    """The version of the experience's format."""
    integrations: list[ExperienceIntegration] | None = None
    """Services that are told about the experience."""
    screenshots_info: list[ScreenshotInfo] | None = None
    """When screenshots of variations were taken. Read-only."""
    environments: list[str] | None = None
    """Superseded by `environment`."""
    environment: str | None = None
    """The environment of the project that it runs in."""
    concurrency_key: str | None = None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.project = None if (v := data.get("project")) is None else read_project_expandable(v)
            self.alerts = (
                None
                if (v := data.get("alerts")) is None
                else [read_experience_alert(x0) for x0 in items(v) if x0 is not None]
            )
            self.collaborators = (
                None
                if (v := data.get("collaborators")) is None
                else [read_experience_collaborator(x0) for x0 in items(v) if x0 is not None]
            )
            self.audiences = (
                None
                if (v := data.get("audiences")) is None
                else [read_audience_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.locations = (
                None
                if (v := data.get("locations")) is None
                else [read_location_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.goals = (
                None
                if (v := data.get("goals")) is None
                else [read_goal_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.tags = (
                None
                if (v := data.get("tags")) is None
                else [read_tag_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.multipage_pages = (
                None
                if (v := data.get("multipage_pages")) is None
                else [read_multipage_experience_page(x0) for x0 in items(v) if x0 is not None]
            )
            self.customizations = (
                None
                if (v := data.get("customizations")) is None
                else [read_user_customization(x0) for x0 in items(v) if x0 is not None]
            )
            self.stats = None if (v := data.get("stats")) is None else read_experience_stats(v)
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_experience_variation_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.status = data.get("status")
            self.description = data.get("description")
            self.start_time = None if (v := data.get("start_time")) is None else from_epoch_seconds(v)
            self.end_time = None if (v := data.get("end_time")) is None else from_epoch_seconds(v)
            self.global_js = data.get("global_js")
            self.global_css = data.get("global_css")
            self.name = data.get("name")
            self.key = data.get("key")
            self.primary_goal = data.get("primary_goal")
            self.objective = data.get("objective")
            self.settings = None if (v := data.get("settings")) is None else read_experience_settings(v)
            self.site_area = None if (v := data.get("site_area")) is None else read_site_area(v)
            self.traffic_distribution = data.get("traffic_distribution")
            self.type = data.get("type")
            self.url = data.get("url")
            self.version = data.get("version")
            self.integrations = (
                None
                if (v := data.get("integrations")) is None
                else [read_experience_integration(x0) for x0 in items(v) if x0 is not None]
            )
            self.screenshots_info = (
                None
                if (v := data.get("screenshots_info")) is None
                else [read_screenshot_info(x0) for x0 in items(v) if x0 is not None]
            )
            self.environments = None if (v := data.get("environments")) is None else without_nulls(items(v))
            self.environment = data.get("environment")
            self.concurrency_key = data.get("concurrency_key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience: Callable[[Any], Experience] = Experience.from_dict


from .. import models
from .experience_alert import ExperienceAlert, read_experience_alert
from .experience_collaborator import ExperienceCollaborator, read_experience_collaborator
from .experience_integration import ExperienceIntegration, read_experience_integration
from .experience_settings import ExperienceSettings, read_experience_settings
from .experience_stats import ExperienceStats, read_experience_stats
from .multipage_experience_page import MultipageExperiencePage, read_multipage_experience_page
from .screenshot_info import ScreenshotInfo, read_screenshot_info
from .site_area import SiteArea, read_site_area
from .user_customization import UserCustomization, read_user_customization

if TYPE_CHECKING:
    from .audience import Audience
    from .experience_variation import ExperienceVariation
    from .goal import Goal
    from .location import Location
    from .project import Project
    from .tag import Tag


read_audience_expandable: Callable[[Any], Any] = expandable(models, "Audience")
read_experience_variation_expandable: Callable[[Any], Any] = expandable(models, "ExperienceVariation")
read_goal_expandable: Callable[[Any], Any] = expandable(models, "Goal")
read_location_expandable: Callable[[Any], Any] = expandable(models, "Location")
read_project_expandable: Callable[[Any], Any] = expandable(models, "Project")
read_tag_expandable: Callable[[Any], Any] = expandable(models, "Tag")
