from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormVariablesInteraction(Model):
    """One turn of a conversation about variables."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "user_chat": "user_chat",
        "variables": "variables",
        "message": "message",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variables": "list of read_brainstorm_variable_definition",
    }

    id: str | None = None
    """Number of it, given by the vendor."""
    type: str | None = None
    """`user_chat`, `response` or `error`."""
    user_chat: str | None = None
    """What the user asks for."""
    variables: list[BrainstormVariableDefinition] | None = None
    """Variables that are proposed."""
    message: str | None = None
    """What went wrong."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.type = data.get("type")
            self.user_chat = data.get("user_chat")
            self.variables = (
                None
                if (v := data.get("variables")) is None
                else [read_brainstorm_variable_definition(x0) for x0 in items(v) if x0 is not None]
            )
            self.message = data.get("message")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_brainstorm_variables_interaction: Callable[[Any], BrainstormVariablesInteraction] = (
    BrainstormVariablesInteraction.from_dict
)


from .brainstorm_variable_definition import BrainstormVariableDefinition, read_brainstorm_variable_definition
