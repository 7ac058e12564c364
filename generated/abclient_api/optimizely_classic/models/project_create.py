from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectCreate(Body):
    """A project to create."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "project_name": "project_name",
        "project_status": "project_status",
        "include_jquery": "include_jquery",
        "project_javascript": "project_javascript",
        "enable_force_variation": "enable_force_variation",
        "exclude_disabled_experiments": "exclude_disabled_experiments",
        "exclude_names": "exclude_names",
        "ip_anonymization": "ip_anonymization",
        "ip_filter": "ip_filter",
        "dcp_service_id": "dcp_service_id",
    }

    project_name: str
    """Name of the project."""
    project_status: Literal["Active", "Archived"] | Unset = UNSET
    """Whether the project is in use. The vendor's default: 'Active'."""
    include_jquery: bool | Unset = UNSET
    """Whether the snippet carries jQuery."""
    project_javascript: str | None | Unset = UNSET
    """JavaScript that runs before Optimizely on every page; null for none."""
    enable_force_variation: bool | Unset = UNSET
    """Whether a URL parameter may force a variation. The vendor's default: False."""
    exclude_disabled_experiments: bool | Unset = UNSET
    """Whether paused and draft experiments are left out of the snippet. The vendor's default: False."""
    exclude_names: bool | None | Unset = UNSET
    """Whether descriptive names are masked in the snippet; null leaves it unset."""
    ip_anonymization: bool | Unset = UNSET
    """Whether visitors' IP addresses are anonymized. The vendor's default: False."""
    ip_filter: str | None | Unset = UNSET
    """IP addresses to leave out of the results, as text of the project's settings page. The vendor's default:
    ''."""
    dcp_service_id: int | None | Unset = UNSET
    """Dynamic Customer Profile service of the project, or null."""
