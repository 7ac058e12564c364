from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Ruleset(Model):
    """What a flag does in one environment: its rules, their order, and what applies where none matches."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "archived": "archived",
        "default_variation_key": "default_variation_key",
        "default_variation_name": "default_variation_name",
        "disable_url": "disable_url",
        "enable_url": "enable_url",
        "enabled": "enabled",
        "environment_id": "environment_id",
        "environment_key": "environment_key",
        "environment_name": "environment_name",
        "fetch_default_variation_url": "fetch_default_variation_url",
        "fetch_flag_url": "fetch_flag_url",
        "flag_key": "flag_key",
        "revision": "revision",
        "role": "role",
        "rule_priorities": "rule_priorities",
        "rules": "rules",
        "status": "status",
        "update_url": "update_url",
        "updated_time": "updated_time",
        "url": "url",
        "urn": "urn",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "rule_priorities": "list of scalar",
        "rules": "map of read_ruleset_rule",
    }

    id: int | None = None
    """Number of it, given by the vendor."""
    archived: bool | None = None
    """Whether it is archived, as the flag is."""
    default_variation_key: str | None = None
    """Key of the variation that visitors get whom no rule matches."""
    default_variation_name: str | None = None
    """Name of that variation."""
    disable_url: str | None = None
    """Path that turns it off; absent while it is off, or where that is not allowed."""
    enable_url: str | None = None
    """Path that turns it on; absent while it is on, or where that is not allowed."""
    enabled: bool | None = None
    """Whether the ruleset is on: the upper of two switches; each rule has one of its own. The vendor's default:
    False."""
    environment_id: int | None = None
    """Number of the environment."""
    environment_key: str
    """Key of the environment."""
    environment_name: str | None = None
    """Name of the environment."""
    fetch_default_variation_url: str | None = None
    """Path of the variation that visitors get whom no rule matches."""
    fetch_flag_url: str | None = None
    """Path of the flag; in a list, a template of it."""
    flag_key: str
    """Key of the flag."""
    revision: int | None = None
    """Grows by one with each change."""
    role: str | None = None
    """Role that the caller has for it, where roles are granted one by one."""
    rule_priorities: list[str] | None = None
    """Keys of the rules in the order in which they are tried; the first that matches decides."""
    rules: dict[str, RulesetRule] | None = None
    """Rules by key."""
    status: Literal["draft", "running", "paused"] | str | None = None
    """State of the ruleset."""
    update_url: str | None = None
    """Path that changes it; absent where that is not allowed."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""
    url: str | None = None
    """Path of the object itself, below the base address."""
    urn: str | None = None
    """Name of it among all objects of the vendor."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.archived = data.get("archived")
            self.default_variation_key = data.get("default_variation_key")
            self.default_variation_name = data.get("default_variation_name")
            self.disable_url = data.get("disable_url")
            self.enable_url = data.get("enable_url")
            self.enabled = data.get("enabled")
            self.environment_id = data.get("environment_id")
            self.environment_key = data["environment_key"]
            self.environment_name = data.get("environment_name")
            self.fetch_default_variation_url = data.get("fetch_default_variation_url")
            self.fetch_flag_url = data.get("fetch_flag_url")
            self.flag_key = data["flag_key"]
            self.revision = data.get("revision")
            self.role = data.get("role")
            self.rule_priorities = None if (v := data.get("rule_priorities")) is None else without_nulls(items(v))
            self.rules = (
                None
                if (v := data.get("rules")) is None
                else {k0: read_ruleset_rule(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.status = data.get("status")
            self.update_url = data.get("update_url")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.url = data.get("url")
            self.urn = data.get("urn")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .ruleset_rule import RulesetRule, read_ruleset_rule
