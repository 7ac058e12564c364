from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariableValue(Model):
    """Value of a variable in a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "is_default": "is_default",
        "revision": "revision",
        "type": "type",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Key of the variable."""
    is_default: bool | None = None
    """Whether it is the value that the definition has."""
    revision: int | None = None
    """Grows by one with each change."""
    type: Literal["boolean", "string", "double", "integer", "json"] | str | None = None
    """Type of the variable."""
    value: str | None = None
    """Value as text, also of numbers and JSON."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.is_default = data.get("is_default")
            self.revision = data.get("revision")
            self.type = data.get("type")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variable_value: Callable[[Any], VariableValue] = VariableValue.from_dict
