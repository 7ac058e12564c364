from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleGroupRule(Model):
    """Place of a rule in an exclusion group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "group_id": "group_id",
        "group_name": "group_name",
        "traffic_allocation": "traffic_allocation",
        "id": "id",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    group_id: int | None = None
    """Number of the exclusion group."""
    group_name: str | None = None
    """Name of the exclusion group."""
    traffic_allocation: int | None = None
    """Share in basis points, from 0 to 10000."""
    id: int | None = None
    """Number of the exclusion group, in some answers in place of group_id."""
    name: str | None = None
    """Name of the exclusion group, in some answers in place of group_name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.group_id = data.get("group_id")
            self.group_name = data.get("group_name")
            self.traffic_allocation = data.get("traffic_allocation")
            self.id = data.get("id")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_group_rule: Callable[[Any], RuleGroupRule] = RuleGroupRule.from_dict
