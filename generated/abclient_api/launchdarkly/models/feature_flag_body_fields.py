from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .client_side_availability_post import ClientSideAvailabilityPost
from .custom_property_input import CustomPropertyInput
from .defaults_input import DefaultsInput
from .flag_prerequisite_post import FlagPrerequisitePost
from .migration_settings_post import MigrationSettingsPost
from .variation_input import VariationInput


class FeatureFlagBodyFields(TypedDict, total=False):
    """A new feature flag.

    The fields of ``FeatureFlagBody``, by keyword.
    """

    name: Required[str]
    """A name for people."""
    key: Required[str]
    """Its key."""
    description: str
    """What it is about."""
    include_in_snippet: bool
    """Whether client-side SDKs can see it."""
    client_side_availability: ClientSideAvailabilityPost | Model | Mapping[str, Any]
    """Which client-side SDKs can see it."""
    variations: Sequence[VariationInput | Model | Mapping[str, Any]]
    """The variations, in order; by default true and false."""
    temporary: bool
    """Whether it is meant to go again."""
    tags: Sequence[str]
    """Tags."""
    custom_properties: Mapping[str, CustomPropertyInput | Model | Mapping[str, Any]]
    """Custom properties by key."""
    defaults: DefaultsInput | Model | Mapping[str, Any]
    """The variations that new environments start with."""
    purpose: Literal["migration", "holdout"]
    """What the flag is for, if it is special."""
    migration_settings: MigrationSettingsPost | Model | Mapping[str, Any]
    """Settings of a migration flag."""
    maintainer_id: str
    """Id of the member who looks after it."""
    maintainer_team_key: str
    """Key of the team that looks after it."""
    initial_prerequisites: Sequence[FlagPrerequisitePost | Model | Mapping[str, Any]]
    """Flags that must serve a variation first."""
    is_flag_on: bool
    """Whether the flag starts turned on."""
