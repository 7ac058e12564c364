from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class ProjectCreate(Body):
    """A new project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "public_id": "publicId",
        "settings": "settings",
    }

    name: str
    """Name."""
    description: str | Unset = UNSET
    """What it is about, in Markdown."""
    public_id: str | Unset = UNSET
    """Its name in what SDKs get; by default made of its name."""
    settings: ProjectSettingsInput | Unset = UNSET
    """How experiments are analysed, where it differs from the organization's settings."""


from .project_settings_input import ProjectSettingsInput
