from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._unions import expandable


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LiveDataEventConversion(Model):
    """What was converted."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "goals": "goals",
        "products_ordered_count": "products_ordered_count",
        "revenue": "revenue",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "goals": "list of read_simple_goal_expandable",
    }

    goals: list[int | SimpleGoal] | None = None
    """The goals, by id, or with their names where they are expanded."""
    products_ordered_count: int | None = None
    """How many products were ordered."""
    revenue: float | None = None
    """The revenue."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.goals = (
                None
                if (v := data.get("goals")) is None
                else [read_simple_goal_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.products_ordered_count = data.get("products_ordered_count")
            self.revenue = data.get("revenue")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_live_data_event_conversion: Callable[[Any], LiveDataEventConversion] = LiveDataEventConversion.from_dict


from .. import models

if TYPE_CHECKING:
    from .simple_goal import SimpleGoal


read_simple_goal_expandable: Callable[[Any], Any] = expandable(models, "SimpleGoal")
