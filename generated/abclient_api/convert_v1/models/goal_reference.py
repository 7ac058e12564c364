from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GoalReference(Model):
    """A goal, named inside an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str | None = None
    """The goal's id."""
    name: str | None = None
    """The goal's name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_goal_reference: Callable[[Any], GoalReference] = GoalReference.from_dict
