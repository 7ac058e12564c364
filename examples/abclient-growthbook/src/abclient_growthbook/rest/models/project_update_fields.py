from collections.abc import Mapping
from typing import Any, TypedDict

from abclient_api._models import Model

from .project_settings_input import ProjectSettingsInput


class ProjectUpdateFields(TypedDict, total=False):
    """What is to be different in a project.

    The fields of ``ProjectUpdate``, by keyword.
    """

    name: str
    """Name."""
    description: str
    """What it is about, in Markdown."""
    public_id: str
    """Its name in what SDKs get."""
    settings: ProjectSettingsInput | Model | Mapping[str, Any]
    """How experiments are analysed, where it differs from the organization's settings."""
