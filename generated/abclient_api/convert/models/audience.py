from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Audience(Model):
    """A group of visitors.

    Attributes:
        id: The audience's id. Read-only.
        name: The audience's name.
        description: A memo that helps to tell the audience from others.
        firing_rule: A condition for triggering a goal or matching an audience. True when any member of OR is.
        type: permanent, segmentation or transient.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "audience_id",
        "name": "audience_name",
        "description": "description",
        "firing_rule": "firing_rule",
        "type": "audience_type",
    }

    id: str
    name: str | None = None
    description: str | None = None
    firing_rule: RuleObject | None = None
    type: str | None = None

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
