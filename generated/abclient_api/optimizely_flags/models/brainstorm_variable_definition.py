from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormVariableDefinition(Model):
    """A variable that the vendor's model proposes."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "default_value": "default_value",
        "description": "description",
        "type": "type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Identifier that code and paths use; it cannot be changed later."""
    default_value: str | None = None
    """Value unless a variation has another; always text, also for numbers and JSON."""
    description: str | None = None
    """What it is for, in words."""
    type: Literal["integer", "string", "boolean", "double", "json"] | str | None = None
    """Type of the values."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.default_value = data.get("default_value")
            self.description = data.get("description")
            self.type = data.get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_brainstorm_variable_definition: Callable[[Any], BrainstormVariableDefinition] = (
    BrainstormVariableDefinition.from_dict
)
