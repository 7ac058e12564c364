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
class ProjectInput(Body):
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
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_seconds,
        "modified_at": to_epoch_seconds,
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("sdk_key",)

    global_javascript: str | None | Unset = UNSET
    """JavaScript that runs with every experience of the project; only when it is included."""
    name: str | Unset = UNSET
    """What it is called."""
    project_type: Literal["web", "fullstack"] | Unset = UNSET
    """Whether it is for web pages or for code. The vendor's default: 'web'."""
    reporting_settings: ProjectReportingSettingsInput | Unset = UNSET
    """Settings of reports."""
    settings: ProjectSettingsInput | Unset = UNSET
    """Settings."""
    integrations_settings: ProjectIntegrationsInput | Unset = UNSET
    """Settings of services that are told about experiences."""
    status: Literal["active", "inactive", "suspended"] | Unset = UNSET
    """The status."""
    custom_domain: ProjectCustomDomainInput | None | Unset = UNSET
    """The domain that the script is served from."""
    environments: dict[str, EnvironmentInput] | Unset = UNSET
    """The project's environments."""
    default_goals: list[int | SimpleGoal] | Unset = UNSET
    """Goals that new experiences begin with."""
    default_audiences: list[int | SimpleAudience] | Unset = UNSET
    """Audiences that new experiences begin with."""
    default_locations: list[int | SimpleLocation] | Unset = UNSET
    """Locations that new experiences begin with."""
    id: int | Unset = UNSET
    """The id."""
    access_role: Literal["owner", "account_manager", "admin", "browse", "edit", "publish", "review"] | Unset = UNSET
    """The role that these credentials have here."""
    owner_email: str | Unset = UNSET
    """The address of the owner."""
    account_id: int | Unset = UNSET
    """The account that the project belongs to."""
    created_at: datetime.datetime | Unset = UNSET
    """When it was made."""
    modified_at: datetime.datetime | Unset = UNSET
    """When it was changed last."""
    tracking_snippet: str | Unset = UNSET
    """The tag that loads the script."""
    update_metadata: ProjectUpdatesInput | Unset = UNSET
    """What has changed, and when caches are cleared."""
    type: Literal["own", "shared"] | Unset = UNSET
    """The type."""
    stats: ProjectStatsInput | Unset = UNSET
    """Figures, when they are included."""
    domains: list[Domain] | Unset = UNSET
    """Domains of the project. A list that is sent replaces the one that was there."""
    sdk_key: str | None | Unset = UNSET
    """The key. Read-only."""


from .domain import Domain
from .environment_input import EnvironmentInput
from .project_custom_domain_input import ProjectCustomDomainInput
from .project_integrations_input import ProjectIntegrationsInput
from .project_reporting_settings_input import ProjectReportingSettingsInput
from .project_settings_input import ProjectSettingsInput
from .project_stats_input import ProjectStatsInput
from .project_updates_input import ProjectUpdatesInput

if TYPE_CHECKING:
    from .simple_audience import SimpleAudience
    from .simple_goal import SimpleGoal
    from .simple_location import SimpleLocation
