from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagEnvironment(Model):
    """State of a flag in one environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "created_time": "created_time",
        "disable_url": "disable_url",
        "enable_url": "enable_url",
        "enabled": "enabled",
        "has_restricted_permissions": "has_restricted_permissions",
        "priority": "priority",
        "rules_detail": "rules_detail",
        "rules_summary": "rules_summary",
        "status": "status",
        "is_primary": "is_primary",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "rules_detail": "list of read_rule_details",
        "rules_summary": "map of read_ruleset_summary",
    }

    id: int | None = None
    """Number of the environment."""
    key: str | None = None
    """Key of the environment."""
    name: str | None = None
    """Name of the environment."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    disable_url: str | None = None
    """Path that turns it off; absent while it is off, or where that is not allowed."""
    enable_url: str | None = None
    """Path that turns it on; absent while it is on, or where that is not allowed."""
    enabled: bool | None = None
    """Whether the ruleset is on: the upper of two switches; each rule has one of its own."""
    has_restricted_permissions: bool | None = None
    """Whether changes here need a permission of their own."""
    priority: int | None = None
    """Place of the environment in lists of the app."""
    rules_detail: list[RuleDetails] | None = None
    """Rules of the flag here, in short."""
    rules_summary: dict[str, RulesetSummary] | None = None
    """Keys of the rules here, by type of rule."""
    status: str | None = None
    """`running`, `paused` or `draft`."""
    is_primary: bool | None = None
    """Whether it is the main environment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data.get("key")
            self.name = data.get("name")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.disable_url = data.get("disable_url")
            self.enable_url = data.get("enable_url")
            self.enabled = data.get("enabled")
            self.has_restricted_permissions = data.get("has_restricted_permissions")
            self.priority = data.get("priority")
            self.rules_detail = (
                None
                if (v := data.get("rules_detail")) is None
                else [read_rule_details(x0) for x0 in items(v) if x0 is not None]
            )
            self.rules_summary = (
                None
                if (v := data.get("rules_summary")) is None
                else {k0: read_ruleset_summary(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.status = data.get("status")
            self.is_primary = data.get("is_primary")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_environment: Callable[[Any], FlagEnvironment] = FlagEnvironment.from_dict


from .rule_details import RuleDetails, read_rule_details
from .ruleset_summary import RulesetSummary, read_ruleset_summary
