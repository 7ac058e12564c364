from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FeatureFlagBody(Body):
    """A new feature flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "key": "key",
        "description": "description",
        "include_in_snippet": "includeInSnippet",
        "client_side_availability": "clientSideAvailability",
        "variations": "variations",
        "temporary": "temporary",
        "tags": "tags",
        "custom_properties": "customProperties",
        "defaults": "defaults",
        "purpose": "purpose",
        "migration_settings": "migrationSettings",
        "maintainer_id": "maintainerId",
        "maintainer_team_key": "maintainerTeamKey",
        "initial_prerequisites": "initialPrerequisites",
        "is_flag_on": "isFlagOn",
    }

    name: str
    """A name for people."""
    key: str
    """Its key."""
    description: str | Unset = UNSET
    """What it is about."""
    include_in_snippet: bool | Unset = UNSET
    """Whether client-side SDKs can see it."""
    client_side_availability: ClientSideAvailabilityPost | Unset = UNSET
    """Which client-side SDKs can see it."""
    variations: list[VariationInput] | Unset = UNSET
    """The variations, in order; by default true and false."""
    temporary: bool | Unset = UNSET
    """Whether it is meant to go again."""
    tags: list[str] | Unset = UNSET
    """Tags."""
    custom_properties: dict[str, CustomPropertyInput] | Unset = UNSET
    """Custom properties by key."""
    defaults: DefaultsInput | Unset = UNSET
    """The variations that new environments start with."""
    purpose: Literal["migration", "holdout"] | Unset = UNSET
    """What the flag is for, if it is special."""
    migration_settings: MigrationSettingsPost | Unset = UNSET
    """Settings of a migration flag."""
    maintainer_id: str | Unset = UNSET
    """Id of the member who looks after it."""
    maintainer_team_key: str | Unset = UNSET
    """Key of the team that looks after it."""
    initial_prerequisites: list[FlagPrerequisitePost] | Unset = UNSET
    """Flags that must serve a variation first."""
    is_flag_on: bool | Unset = UNSET
    """Whether the flag starts turned on."""


from .client_side_availability_post import ClientSideAvailabilityPost
from .custom_property_input import CustomPropertyInput
from .defaults_input import DefaultsInput
from .flag_prerequisite_post import FlagPrerequisitePost
from .migration_settings_post import MigrationSettingsPost
from .variation_input import VariationInput
