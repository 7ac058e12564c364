from typing import Literal, TypedDict


class ProjectUpdateFields(TypedDict, total=False):
    """Fields of a project to change; the fields left out keep their values.

    The fields of ``ProjectUpdate``, by keyword.
    """

    project_name: str
    """Name of the project."""
    project_status: Literal["Active", "Archived"]
    """Whether the project is in use; Archived takes the place of deleting it."""
    include_jquery: bool
    """Whether the snippet carries jQuery."""
    project_javascript: str | None
    """JavaScript that runs before Optimizely on every page; null for none."""
    enable_force_variation: bool
    """Whether a URL parameter may force a variation."""
    exclude_disabled_experiments: bool
    """Whether paused and draft experiments are left out of the snippet."""
    exclude_names: bool | None
    """Whether descriptive names are masked in the snippet; null leaves it unset."""
    ip_anonymization: bool
    """Whether visitors' IP addresses are anonymized."""
    ip_filter: str | None
    """IP addresses to leave out of the results, as text of the project's settings page."""
    dcp_service_id: int | None
    """Dynamic Customer Profile service of the project, or null."""
