from collections.abc import Mapping
from typing import Any, Required, TypedDict

from abclient_api._models import Model

from .project_settings_input import ProjectSettingsInput


class ProjectCreateFields(TypedDict, total=False):
    """A new project.

    The fields of ``ProjectCreate``, by keyword.
    """

    name: Required[str]
    """Name."""
    description: str
    """What it is about, in Markdown."""
    public_id: str
    """Its name in what SDKs get; by default made of its name."""
    settings: ProjectSettingsInput | Model | Mapping[str, Any]
    """How experiments are analysed, where it differs from the organization's settings."""
