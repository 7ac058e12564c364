from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricFilter(Model):
    """Conditions on the properties of an event."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "combine_operator": "combine_operator",
        "conditions": "conditions",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "conditions": "list of read_metric_filter_condition",
    }

    combine_operator: Literal["and", "or"] | str | None = None
    """Whether all or any of the conditions must hold."""
    conditions: list[MetricFilterCondition] | None = None
    """The conditions."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.combine_operator = data.get("combine_operator")
            self.conditions = (
                None
                if (v := data.get("conditions")) is None
                else [read_metric_filter_condition(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_filter: Callable[[Any], MetricFilter] = MetricFilter.from_dict


from .metric_filter_condition import MetricFilterCondition, read_metric_filter_condition
