from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged


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
        self = cls.__new__(cls)
        try:
            get = data.get
            self.id = data["audience_id"]
            self.name = get("audience_name")
            self.description = get("description")
            self.firing_rule = None if (v := get("firing_rule")) is None else RuleObject.from_dict(v)
            self.type = get("audience_type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .rule_object import RuleObject
