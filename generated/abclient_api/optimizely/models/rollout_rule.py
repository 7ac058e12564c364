from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    from_json_string,
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolloutRule(Model):
    """Who gets a feature without an experiment. Audiences come as `audience_ids` or as `audience_conditions`;
    both are understood.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "audience_conditions": "audience_conditions",
        "audience_ids": "audience_ids",
        "enabled": "enabled",
        "percentage_included": "percentage_included",
        "variable_values": "variable_values",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "audience_conditions": from_json_string,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "audience_ids": "list of scalar",
        "variable_values": "map of scalar",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "audience_conditions": to_json_string,
    }

    audience_conditions: Any = None
    """Who sees it: the word `everyone`, or JSON in a string that combines audience ids, e.g. `["and",
    {"audience_id": 7000}]`."""
    audience_ids: list[int] | None = None
    """Audiences that get the feature."""
    enabled: bool | None = None
    """Whether the rule is applied. The vendor's default: False."""
    percentage_included: int | None = None
    """Share of the audiences that gets the feature, in basis points (10000 = everybody). The vendor's default:
    0."""
    variable_values: dict[str, str] | None = None
    """Variable key to value for those who get the feature. Values are text whatever the variable's type."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.audience_conditions = None if (v := data.get("audience_conditions")) is None else from_json_string(v)
            self.audience_ids = None if (v := data.get("audience_ids")) is None else without_nulls(items(v))
            self.enabled = data.get("enabled")
            self.percentage_included = data.get("percentage_included")
            self.variable_values = None if (v := data.get("variable_values")) is None else without_nulls(entries(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rollout_rule: Callable[[Any], RolloutRule] = RolloutRule.from_dict
