from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GroupRule(Model):
    """A rule in an exclusion group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "flag_key": "flag_key",
        "flag_name": "flag_name",
        "flag_status": "flag_status",
        "rule_enabled": "rule_enabled",
        "rule_key": "rule_key",
        "rule_name": "rule_name",
        "rule_status": "rule_status",
        "traffic_allocation": "traffic_allocation",
        "created_time": "created_time",
        "updated_time": "updated_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    flag_key: str | None = None
    """Key of the flag."""
    flag_name: str | None = None
    """Name of the flag."""
    flag_status: Literal["archived", "unarchived"] | str | None = None
    """Whether the flag is archived."""
    rule_enabled: bool | None = None
    """Whether the rule and its ruleset are both on."""
    rule_key: str | None = None
    """Key of the rule."""
    rule_name: str | None = None
    """Name of the rule."""
    rule_status: str | None = None
    """State of the rule."""
    traffic_allocation: int | None = None
    """Share in basis points, from 0 to 10000."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.flag_key = data.get("flag_key")
            self.flag_name = data.get("flag_name")
            self.flag_status = data.get("flag_status")
            self.rule_enabled = data.get("rule_enabled")
            self.rule_key = data.get("rule_key")
            self.rule_name = data.get("rule_name")
            self.rule_status = data.get("rule_status")
            self.traffic_allocation = data.get("traffic_allocation")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_group_rule: Callable[[Any], GroupRule] = GroupRule.from_dict
