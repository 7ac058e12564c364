from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureFlag(Model):
    """A feature flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "kind": "kind",
        "description": "description",
        "key": "key",
        "version": "_version",
        "creation_date": "creationDate",
        "include_in_snippet": "includeInSnippet",
        "client_side_availability": "clientSideAvailability",
        "variations": "variations",
        "temporary": "temporary",
        "tags": "tags",
        "links": "_links",
        "maintainer_id": "maintainerId",
        "maintainer": "_maintainer",
        "maintainer_team_key": "maintainerTeamKey",
        "maintainer_team": "_maintainerTeam",
        "goal_ids": "goalIds",
        "experiments": "experiments",
        "custom_properties": "customProperties",
        "archived": "archived",
        "archived_date": "archivedDate",
        "deprecated": "deprecated",
        "deprecated_date": "deprecatedDate",
        "defaults": "defaults",
        "purpose": "_purpose",
        "migration_settings": "migrationSettings",
        "stale": "stale",
        "environments": "environments",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": from_epoch_milliseconds,
        "archived_date": from_epoch_milliseconds,
        "deprecated_date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "client_side_availability": "read_client_side_availability",
        "variations": "list of read_variation",
        "tags": "list of scalar",
        "links": "map of read_link",
        "maintainer": "read_member_summary",
        "maintainer_team": "read_maintainer_team",
        "goal_ids": "list of scalar",
        "experiments": "read_experiment_info_rep",
        "custom_properties": "map of read_custom_property",
        "defaults": "read_defaults",
        "migration_settings": "read_flag_migration_settings_rep",
        "stale": "read_stale_flag_data",
        "environments": "map of read_feature_flag_config",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
        "archived_date": to_epoch_milliseconds,
        "deprecated_date": to_epoch_milliseconds,
    }

    name: str | None = None
    """A name for people."""
    kind: Literal["boolean", "multivariate"] | str | None = None
    """Its kind."""
    description: str | None = None
    """What it is about."""
    key: str
    """Its key."""
    version: int | None = None
    """Number of its version."""
    creation_date: datetime.datetime | None = None
    """When it was created."""
    include_in_snippet: bool | None = None
    """Whether client-side SDKs can see it."""
    client_side_availability: ClientSideAvailability | None = None
    """Which client-side SDKs can see it."""
    variations: list[Variation] | None = None
    """The variations, in order."""
    temporary: bool | None = None
    """Whether it is meant to go again."""
    tags: list[str] | None = None
    """Tags."""
    links: dict[str, Link] | None = None
    """Links by name."""
    maintainer_id: str | None = None
    """Id of the member who looks after it."""
    maintainer: MemberSummary | None = None
    """The member who looks after it."""
    maintainer_team_key: str | None = None
    """Key of the team that looks after it."""
    maintainer_team: MaintainerTeam | None = None
    """The team that looks after it."""
    goal_ids: list[str] | None = None
    """Ids of metrics; no longer filled."""
    experiments: ExperimentInfoRep | None = None
    """Experiments of the old kind."""
    custom_properties: dict[str, CustomProperty] | None = None
    """Custom properties by key."""
    archived: bool | None = None
    """Whether it is archived."""
    archived_date: datetime.datetime | None = None
    """When it was archived."""
    deprecated: bool | None = None
    """Whether the flag is deprecated."""
    deprecated_date: datetime.datetime | None = None
    """When it was deprecated."""
    defaults: Defaults | None = None
    """The variations that new environments start with."""
    purpose: str | None = None
    """What the vendor made it for, such as a holdout or a migration."""
    migration_settings: FlagMigrationSettingsRep | None = None
    """Settings of a migration flag."""
    stale: StaleFlagData | None = None
    """Whether it can go, as the vendor finds."""
    environments: dict[str, FeatureFlagConfig] | None = None
    """The flag's configuration by environment key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.description = data.get("description")
            self.key = data["key"]
            self.version = data.get("_version")
            self.creation_date = None if (v := data.get("creationDate")) is None else from_epoch_milliseconds(v)
            self.include_in_snippet = data.get("includeInSnippet")
            self.client_side_availability = (
                None if (v := data.get("clientSideAvailability")) is None else read_client_side_availability(v)
            )
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_variation(x0) for x0 in items(v) if x0 is not None]
            )
            self.temporary = data.get("temporary")
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.maintainer_id = data.get("maintainerId")
            self.maintainer = None if (v := data.get("_maintainer")) is None else read_member_summary(v)
            self.maintainer_team_key = data.get("maintainerTeamKey")
            self.maintainer_team = None if (v := data.get("_maintainerTeam")) is None else read_maintainer_team(v)
            self.goal_ids = None if (v := data.get("goalIds")) is None else without_nulls(items(v))
            self.experiments = None if (v := data.get("experiments")) is None else read_experiment_info_rep(v)
            self.custom_properties = (
                None
                if (v := data.get("customProperties")) is None
                else {k0: read_custom_property(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.archived = data.get("archived")
            self.archived_date = None if (v := data.get("archivedDate")) is None else from_epoch_milliseconds(v)
            self.deprecated = data.get("deprecated")
            self.deprecated_date = None if (v := data.get("deprecatedDate")) is None else from_epoch_milliseconds(v)
            self.defaults = None if (v := data.get("defaults")) is None else read_defaults(v)
            self.purpose = data.get("_purpose")
            self.migration_settings = (
                None if (v := data.get("migrationSettings")) is None else read_flag_migration_settings_rep(v)
            )
            self.stale = None if (v := data.get("stale")) is None else read_stale_flag_data(v)
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_feature_flag_config(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_flag: Callable[[Any], FeatureFlag] = FeatureFlag.from_dict


from .client_side_availability import ClientSideAvailability, read_client_side_availability
from .custom_property import CustomProperty, read_custom_property
from .defaults import Defaults, read_defaults
from .experiment_info_rep import ExperimentInfoRep, read_experiment_info_rep
from .feature_flag_config import FeatureFlagConfig, read_feature_flag_config
from .flag_migration_settings_rep import FlagMigrationSettingsRep, read_flag_migration_settings_rep
from .link import Link, read_link
from .maintainer_team import MaintainerTeam, read_maintainer_team
from .member_summary import MemberSummary, read_member_summary
from .stale_flag_data import StaleFlagData, read_stale_flag_data
from .variation import Variation, read_variation
