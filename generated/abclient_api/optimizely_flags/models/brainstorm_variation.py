from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormVariation(Model):
    """A variation that the vendor's model proposes."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
        "variables": "variables",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variables": "map of read_brainstorm_variation_variable",
    }

    key: str | None = None
    """Identifier that code and paths use; it cannot be changed later."""
    name: str | None = None
    """Name shown to people."""
    description: str | None = None
    """What it is for, in words."""
    variables: dict[str, BrainstormVariationVariable] | None = None
    """Values of the flag's variables, by the variable's key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.name = data.get("name")
            self.description = data.get("description")
            self.variables = (
                None
                if (v := data.get("variables")) is None
                else {k0: read_brainstorm_variation_variable(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_brainstorm_variation: Callable[[Any], BrainstormVariation] = BrainstormVariation.from_dict


from .brainstorm_variation_variable import BrainstormVariationVariable, read_brainstorm_variation_variable
