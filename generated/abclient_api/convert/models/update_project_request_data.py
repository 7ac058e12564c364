from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateProjectRequestData(Body):
    """What to change of a project."""

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
        "domains": "domains",
        "include": "include",
        "expand": "expand",
    }

    global_javascript: str | None | Unset = UNSET
    """JavaScript that runs with every experience of the project."""
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
    domains: list[int | DomainToCreate] | Unset = UNSET
    """Domains of the project, by id or new ones. The list replaces the one that was there."""
    include: (
        list[
            Literal[
                "global_javascript",
                "domains",
                "stats.usage",
                "stats.active_experiences_count",
                "stats.active_experiments_count",
                "stats.experiences_count",
                "stats.segments_count",
                "stats.active_segments_count",
                "stats.active_goals_count",
                "stats.google_analytics",
                "stats.visitor_data",
                "stats.visitor_insights",
                "default_goals",
                "default_audiences",
                "default_locations",
                "settings.tracking_script.available_versions",
            ]
        ]
        | Unset
    ) = UNSET
    """Optional fields that the answer is to have."""
    expand: list[Literal["default_goals", "default_audiences", "default_locations"]] | Unset = UNSET
    """Fields of the answer that are to hold objects in place of their ids."""


from .environment_input import EnvironmentInput
from .project_custom_domain_input import ProjectCustomDomainInput
from .project_integrations_input import ProjectIntegrationsInput
from .project_reporting_settings_input import ProjectReportingSettingsInput
from .project_settings_input import ProjectSettingsInput

if TYPE_CHECKING:
    from .domain_to_create import DomainToCreate
    from .simple_audience import SimpleAudience
    from .simple_goal import SimpleGoal
    from .simple_location import SimpleLocation
