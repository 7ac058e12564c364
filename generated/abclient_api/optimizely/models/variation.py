from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Variation(Model):
    """One of the versions a test compares."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "actions": "actions",
        "archived": "archived",
        "description": "description",
        "feature_enabled": "feature_enabled",
        "key": "key",
        "name": "name",
        "status": "status",
        "variable_values": "variable_values",
        "variation_id": "variation_id",
        "weight": "weight",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "actions": "list of read_action",
        "variable_values": "map of scalar",
    }

    actions: list[Action] | None = None
    """Changes for each page of the experiment. Web only."""
    archived: bool | None = None
    """Whether the variation is archived."""
    description: str | None = None
    """What the variation does."""
    feature_enabled: bool | None = None
    """In a feature test, whether the feature is on in this variation."""
    key: str | None = None
    """Unique key within the experiment. Full Stack and Mobile only."""
    name: str | None = None
    """Name; needed for Web and personalization experiments."""
    status: Literal["active", "paused", "archived"] | str | None = None
    """State of the variation."""
    variable_values: dict[str, str] | None = None
    """In a feature test, variable key to value. Values are text whatever the variable's type."""
    variation_id: int | None = None
    """Identifier of the variation. Read-only."""
    weight: int | None = None
    """Share of visitors, in basis points; the weights of an experiment add up to 10000."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.actions = (
                None if (v := data.get("actions")) is None else [read_action(x0) for x0 in items(v) if x0 is not None]
            )
            self.archived = data.get("archived")
            self.description = data.get("description")
            self.feature_enabled = data.get("feature_enabled")
            self.key = data.get("key")
            self.name = data.get("name")
            self.status = data.get("status")
            self.variable_values = None if (v := data.get("variable_values")) is None else without_nulls(entries(v))
            self.variation_id = data.get("variation_id")
            self.weight = data.get("weight")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation: Callable[[Any], Variation] = Variation.from_dict


from .action import Action, read_action
