from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged
from ..._unions import expandable
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Project(Model):
    """A project, which holds experiences under one tracking script."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "global_javascript": "global_javascript",
        "name": "name",
        "project_type": "project_type",
        "reporting_settings": "reporting_settings",
        "settings": "settings",
        "integrations_settings": "integrations_settings",
        "status": "status",
        "custom_domain": "custom_domain",
        "environments": "environments",
        "default_goals": "default_goals",
        "default_audiences": "default_audiences",
        "default_locations": "default_locations",
        "id": "id",
        "access_role": "accessRole",
        "owner_email": "owner_email",
        "account_id": "account_id",
        "created_at": "created_at",
        "modified_at": "modified_at",
        "tracking_snippet": "tracking_snippet",
        "update_metadata": "updateMetadata",
        "type": "type",
        "stats": "stats",
        "domains": "domains",
        "sdk_key": "sdk_key",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_seconds,
        "modified_at": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "reporting_settings": "read_project_reporting_settings",
        "settings": "read_project_settings",
        "integrations_settings": "read_project_integrations",
        "custom_domain": "read_project_custom_domain",
        "environments": "map of read_environment",
        "default_goals": "list of read_simple_goal_expandable",
        "default_audiences": "list of read_simple_audience_expandable",
        "default_locations": "list of read_simple_location_expandable",
        "update_metadata": "read_project_updates",
        "stats": "read_project_stats",
        "domains": "list of read_domain",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_seconds,
        "modified_at": to_epoch_seconds,
    }

    global_javascript: str | None = None
    """JavaScript that runs with every experience of the project; only when it is included."""
    name: str | None = None
    """What it is called."""
    project_type: Literal["web", "fullstack"] | str | None = None
    """Whether it is for web pages or for code. The vendor's default: 'web'."""
    reporting_settings: ProjectReportingSettings | None = None
    """Settings of reports."""
    settings: ProjectSettings | None = None
    """Settings."""
    integrations_settings: ProjectIntegrations | None = None
    """Settings of services that are told about experiences."""
    status: Literal["active", "inactive", "suspended"] | str | None = None
    """The status."""
    custom_domain: ProjectCustomDomain | None = None
    """The domain that the script is served from."""
    environments: dict[str, Environment] | None = None
    """The project's environments."""
    default_goals: list[int | SimpleGoal] | None = None
    """Goals that new experiences begin with."""
    default_audiences: list[int | SimpleAudience] | None = None
    """Audiences that new experiences begin with."""
    default_locations: list[int | SimpleLocation] | None = None
    """Locations that new experiences begin with."""
    id: int
    """The id."""
    access_role: Literal["owner", "account_manager", "admin", "browse", "edit", "publish", "review"] | str | None = None
    """The role that these credentials have here."""
    owner_email: str | None = None
    """The address of the owner."""
    account_id: int | None = None
    """The account that the project belongs to."""
    created_at: datetime.datetime | None = None
    """When it was made."""
    modified_at: datetime.datetime | None = None
    """When it was changed last."""
    tracking_snippet: str | None = None
    """The tag that loads the script."""
    update_metadata: ProjectUpdates | None = None
    """What has changed, and when caches are cleared."""
    type: Literal["own", "shared"] | str | None = None
    """Whether the account owns the project, or it is shared with it."""
    stats: ProjectStats | None = None
    """Figures, when they are included."""
    domains: list[Domain] | None = None
    """Domains of the project; only when they are included."""
    sdk_key: str | None = None
    """The key with which the SDKs load the project's configuration. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.global_javascript = data.get("global_javascript")
            self.name = data.get("name")
            self.project_type = data.get("project_type")
            self.reporting_settings = (
                None if (v := data.get("reporting_settings")) is None else read_project_reporting_settings(v)
            )
            self.settings = None if (v := data.get("settings")) is None else read_project_settings(v)
            self.integrations_settings = (
                None if (v := data.get("integrations_settings")) is None else read_project_integrations(v)
            )
            self.status = data.get("status")
            self.custom_domain = None if (v := data.get("custom_domain")) is None else read_project_custom_domain(v)
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_environment(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.default_goals = (
                None
                if (v := data.get("default_goals")) is None
                else [read_simple_goal_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.default_audiences = (
                None
                if (v := data.get("default_audiences")) is None
                else [read_simple_audience_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.default_locations = (
                None
                if (v := data.get("default_locations")) is None
                else [read_simple_location_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.id = data["id"]
            self.access_role = data.get("accessRole")
            self.owner_email = data.get("owner_email")
            self.account_id = data.get("account_id")
            self.created_at = None if (v := data.get("created_at")) is None else from_epoch_seconds(v)
            self.modified_at = None if (v := data.get("modified_at")) is None else from_epoch_seconds(v)
            self.tracking_snippet = data.get("tracking_snippet")
            self.update_metadata = None if (v := data.get("updateMetadata")) is None else read_project_updates(v)
            self.type = data.get("type")
            self.stats = None if (v := data.get("stats")) is None else read_project_stats(v)
            self.domains = (
                None if (v := data.get("domains")) is None else [read_domain(x0) for x0 in items(v) if x0 is not None]
            )
            self.sdk_key = data.get("sdk_key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project: Callable[[Any], Project] = Project.from_dict


from .. import models
from .domain import Domain, read_domain
from .environment import Environment, read_environment
from .project_custom_domain import ProjectCustomDomain, read_project_custom_domain
from .project_integrations import ProjectIntegrations, read_project_integrations
from .project_reporting_settings import ProjectReportingSettings, read_project_reporting_settings
from .project_settings import ProjectSettings, read_project_settings
from .project_stats import ProjectStats, read_project_stats
from .project_updates import ProjectUpdates, read_project_updates

if TYPE_CHECKING:
    from .simple_audience import SimpleAudience
    from .simple_goal import SimpleGoal
    from .simple_location import SimpleLocation


read_simple_audience_expandable: Callable[[Any], Any] = expandable(models, "SimpleAudience")
read_simple_goal_expandable: Callable[[Any], Any] = expandable(models, "SimpleGoal")
read_simple_location_expandable: Callable[[Any], Any] = expandable(models, "SimpleLocation")
