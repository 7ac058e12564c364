from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .domain_to_create import DomainToCreate
from .environment_input import EnvironmentInput
from .project_custom_domain_input import ProjectCustomDomainInput
from .project_integrations_input import ProjectIntegrationsInput
from .project_reporting_settings_input import ProjectReportingSettingsInput
from .project_settings_input import ProjectSettingsInput
from .simple_audience import SimpleAudience
from .simple_goal import SimpleGoal
from .simple_location import SimpleLocation


class UpdateProjectRequestDataFields(TypedDict, total=False):
    """What to change of a project.

    The fields of ``UpdateProjectRequestData``, by keyword.
    """

    global_javascript: str | None
    """JavaScript that runs with every experience of the project."""
    name: str
    """What it is called."""
    project_type: Literal["web", "fullstack"]
    """Whether it is for web pages or for code. The vendor's default: 'web'."""
    reporting_settings: ProjectReportingSettingsInput | Model | Mapping[str, Any]
    """Settings of reports."""
    settings: ProjectSettingsInput | Model | Mapping[str, Any]
    """Settings."""
    integrations_settings: ProjectIntegrationsInput | Model | Mapping[str, Any]
    """Settings of services that are told about experiences."""
    status: Literal["active", "inactive", "suspended"]
    """The status."""
    custom_domain: ProjectCustomDomainInput | Model | Mapping[str, Any] | None
    """The domain that the script is served from."""
    environments: Mapping[str, EnvironmentInput | Model | Mapping[str, Any]]
    """The project's environments."""
    default_goals: Sequence[int | SimpleGoal | Mapping[str, Any]]
    """Goals that new experiences begin with."""
    default_audiences: Sequence[int | SimpleAudience | Mapping[str, Any]]
    """Audiences that new experiences begin with."""
    default_locations: Sequence[int | SimpleLocation | Mapping[str, Any]]
    """Locations that new experiences begin with."""
    domains: Sequence[int | DomainToCreate | Model | Mapping[str, Any]]
    """Domains of the project, by id or new ones. The list replaces the one that was there."""
    include: Sequence[
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
    """Optional fields that the answer is to have."""
    expand: Sequence[Literal["default_goals", "default_audiences", "default_locations"]]
    """Fields of the answer that are to hold objects in place of their ids."""
