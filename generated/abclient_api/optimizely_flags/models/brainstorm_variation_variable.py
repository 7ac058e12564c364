from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormVariationVariable(Model):
    """Value of a variable in a proposed variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "type": "type",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Key of the variable."""
    type: str | None = None
    """Type of the variable."""
    value: str | None = None
    """Value as text, also of numbers and JSON."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.type = data.get("type")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_brainstorm_variation_variable: Callable[[Any], BrainstormVariationVariable] = BrainstormVariationVariable.from_dict
