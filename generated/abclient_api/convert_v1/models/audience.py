from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Audience(Model):
    """A group of visitors."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "audience_id",
        "name": "audience_name",
        "description": "description",
        "firing_rule": "firing_rule",
        "type": "audience_type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "firing_rule": "read_rule_object",
    }

    id: str
    """The audience's id. Read-only."""
    name: str | None = None
    """The audience's name."""
    description: str | None = None
    """A memo that helps to tell the audience from others."""
    firing_rule: RuleObject | None = None
    """A condition for triggering a goal or matching an audience. True when any member of OR is."""
    type: str | None = None
    """permanent, segmentation or transient."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["audience_id"]
            self.name = data.get("audience_name")
            self.description = data.get("description")
            self.firing_rule = None if (v := data.get("firing_rule")) is None else read_rule_object(v)
            self.type = data.get("audience_type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .rule_object import RuleObject, read_rule_object
