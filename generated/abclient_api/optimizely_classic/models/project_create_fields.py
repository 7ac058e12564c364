from typing import Literal, Required, TypedDict


class ProjectCreateFields(TypedDict, total=False):
    """A project to create.

    The fields of ``ProjectCreate``, by keyword.
    """

    project_name: Required[str]
    """Name of the project."""
    project_status: Literal["Active", "Archived"]
    """Whether the project is in use. The vendor's default: 'Active'."""
    include_jquery: bool
    """Whether the snippet carries jQuery."""
    project_javascript: str | None
    """JavaScript that runs before Optimizely on every page; null for none."""
    enable_force_variation: bool
    """Whether a URL parameter may force a variation. The vendor's default: False."""
    exclude_disabled_experiments: bool
    """Whether paused and draft experiments are left out of the snippet. The vendor's default: False."""
    exclude_names: bool | None
    """Whether descriptive names are masked in the snippet; null leaves it unset."""
    ip_anonymization: bool
    """Whether visitors' IP addresses are anonymized. The vendor's default: False."""
    ip_filter: str | None
    """IP addresses to leave out of the results, as text of the project's settings page. The vendor's default:
    ''."""
    dcp_service_id: int | None
    """Dynamic Customer Profile service of the project, or null."""
