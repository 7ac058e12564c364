from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class ProjectUpdate(Body):
    """What is to be different in a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "public_id": "publicId",
        "settings": "settings",
    }

    name: str | Unset = UNSET
    """Name."""
    description: str | Unset = UNSET
    """What it is about, in Markdown."""
    public_id: str | Unset = UNSET
    """Its name in what SDKs get."""
    settings: ProjectSettingsInput | Unset = UNSET
    """How experiments are analysed, where it differs from the organization's settings."""


from .project_settings_input import ProjectSettingsInput
