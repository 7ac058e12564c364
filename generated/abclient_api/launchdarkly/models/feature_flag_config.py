from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureFlagConfig(Model):
    """A flag's configuration in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "on": "on",
        "archived": "archived",
        "salt": "salt",
        "sel": "sel",
        "last_modified": "lastModified",
        "version": "version",
        "targets": "targets",
        "context_targets": "contextTargets",
        "rules": "rules",
        "fallthrough": "fallthrough",
        "off_variation": "offVariation",
        "prerequisites": "prerequisites",
        "site": "_site",
        "access": "_access",
        "environment_name": "_environmentName",
        "track_events": "trackEvents",
        "track_events_fallthrough": "trackEventsFallthrough",
        "debug_events_until_date": "_debugEventsUntilDate",
        "summary": "_summary",
        "evaluation": "evaluation",
        "migration_settings": "migrationSettings",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_modified": from_epoch_milliseconds,
        "debug_events_until_date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "targets": "list of read_target",
        "context_targets": "list of read_target",
        "rules": "list of read_rule",
        "fallthrough": "read_variation_or_rollout_rep",
        "prerequisites": "list of read_prerequisite",
        "site": "read_link",
        "access": "read_access",
        "summary": "read_flag_summary",
        "evaluation": "read_flag_config_evaluation",
        "migration_settings": "read_flag_config_migration_settings_rep",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_modified": to_epoch_milliseconds,
        "debug_events_until_date": to_epoch_milliseconds,
    }

    on: bool | None = None
    """Whether the flag is on."""
    archived: bool | None = None
    """Whether it is archived."""
    salt: str | None = None
    """What traffic is hashed with."""
    sel: str | None = None
    """For the vendor's own use."""
    last_modified: datetime.datetime | None = None
    """When it was changed last."""
    version: int | None = None
    """Number of its version."""
    targets: list[Target] | None = None
    """Keys of users that get a variation."""
    context_targets: list[Target] | None = None
    """Contexts that get a variation by their key, for kinds other than user."""
    rules: list[Rule] | None = None
    """Targeting rules, in order."""
    fallthrough: VariationOrRolloutRep | None = None
    """What those get whom no rule serves."""
    off_variation: int | None = None
    """Index of the variation that is served while the flag is off."""
    prerequisites: list[Prerequisite] | None = None
    """Flags that must serve a variation first."""
    site: Link | None = None
    """Link to it in the vendor's user interface."""
    access: Access | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    environment_name: str | None = None
    """The environment's name for people."""
    track_events: bool | None = None
    """Whether full events are sent."""
    track_events_fallthrough: bool | None = None
    """Whether full events are sent for those whom no rule serves."""
    debug_events_until_date: datetime.datetime | None = None
    """Until when full events are recorded for debugging."""
    summary: FlagSummary | None = None
    """How many rules and targets each variation has."""
    evaluation: FlagConfigEvaluation | None = None
    """How it was evaluated; only with expand=evaluation."""
    migration_settings: FlagConfigMigrationSettingsRep | None = None
    """Settings of a migration flag."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.on = data.get("on")
            self.archived = data.get("archived")
            self.salt = data.get("salt")
            self.sel = data.get("sel")
            self.last_modified = None if (v := data.get("lastModified")) is None else from_epoch_milliseconds(v)
            self.version = data.get("version")
            self.targets = (
                None if (v := data.get("targets")) is None else [read_target(x0) for x0 in items(v) if x0 is not None]
            )
            self.context_targets = (
                None
                if (v := data.get("contextTargets")) is None
                else [read_target(x0) for x0 in items(v) if x0 is not None]
            )
            self.rules = (
                None if (v := data.get("rules")) is None else [read_rule(x0) for x0 in items(v) if x0 is not None]
            )
            self.fallthrough = None if (v := data.get("fallthrough")) is None else read_variation_or_rollout_rep(v)
            self.off_variation = data.get("offVariation")
            self.prerequisites = (
                None
                if (v := data.get("prerequisites")) is None
                else [read_prerequisite(x0) for x0 in items(v) if x0 is not None]
            )
            self.site = None if (v := data.get("_site")) is None else read_link(v)
            self.access = None if (v := data.get("_access")) is None else read_access(v)
            self.environment_name = data.get("_environmentName")
            self.track_events = data.get("trackEvents")
            self.track_events_fallthrough = data.get("trackEventsFallthrough")
            self.debug_events_until_date = (
                None if (v := data.get("_debugEventsUntilDate")) is None else from_epoch_milliseconds(v)
            )
            self.summary = None if (v := data.get("_summary")) is None else read_flag_summary(v)
            self.evaluation = None if (v := data.get("evaluation")) is None else read_flag_config_evaluation(v)
            self.migration_settings = (
                None if (v := data.get("migrationSettings")) is None else read_flag_config_migration_settings_rep(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_flag_config: Callable[[Any], FeatureFlagConfig] = FeatureFlagConfig.from_dict


from .access import Access, read_access
from .flag_config_evaluation import FlagConfigEvaluation, read_flag_config_evaluation
from .flag_config_migration_settings_rep import FlagConfigMigrationSettingsRep, read_flag_config_migration_settings_rep
from .flag_summary import FlagSummary, read_flag_summary
from .link import Link, read_link
from .prerequisite import Prerequisite, read_prerequisite
from .rule import Rule, read_rule
from .target import Target, read_target
from .variation_or_rollout_rep import VariationOrRolloutRep, read_variation_or_rollout_rep
