from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormVariablesResponse(Model):
    """What the vendor's model says about variables."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "variables": "variables",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variables": "list of read_brainstorm_variable_definition",
    }

    id: str | None = None
    """Number of it, given by the vendor."""
    type: str | None = None
    """`response`."""
    variables: list[BrainstormVariableDefinition] | None = None
    """Variables that are proposed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.type = data.get("type")
            self.variables = (
                None
                if (v := data.get("variables")) is None
                else [read_brainstorm_variable_definition(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .brainstorm_variable_definition import BrainstormVariableDefinition, read_brainstorm_variable_definition
