from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Rule(Model):
    """A targeting rule of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "disabled": "disabled",
        "variation": "variation",
        "rollout": "rollout",
        "clauses": "clauses",
        "track_events": "trackEvents",
        "description": "description",
        "ref": "ref",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "rollout": "read_rollout",
        "clauses": "list of read_clause",
    }

    id: str | None = None
    """Its id."""
    disabled: bool | None = None
    """Whether the rule is switched off."""
    variation: int | None = None
    """Index of the variation."""
    rollout: Rollout | None = None
    """Shares of traffic for several variations."""
    clauses: list[Clause] | None = None
    """Conditions, all of which must hold."""
    track_events: bool | None = None
    """Whether full events are sent."""
    description: str | None = None
    """What it is about."""
    ref: str | None = None
    """A reference for clients."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.disabled = data.get("disabled")
            self.variation = data.get("variation")
            self.rollout = None if (v := data.get("rollout")) is None else read_rollout(v)
            self.clauses = (
                None if (v := data.get("clauses")) is None else [read_clause(x0) for x0 in items(v) if x0 is not None]
            )
            self.track_events = data.get("trackEvents")
            self.description = data.get("description")
            self.ref = data.get("ref")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule: Callable[[Any], Rule] = Rule.from_dict


from .clause import Clause, read_clause
from .rollout import Rollout, read_rollout
