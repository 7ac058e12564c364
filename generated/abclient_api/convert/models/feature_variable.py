from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureVariable(Model):
    """A variable of a feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "type": "type",
        "default_value": "default_value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """The name of the variable."""
    type: Literal["json", "string", "boolean", "float", "integer"] | str | None = None
    """The type of its values."""
    default_value: Any = None
    """Text for `json` and `string`, true or false for `boolean`, a number for `float` and `integer`; or null."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.type = data.get("type")
            self.default_value = data.get("default_value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_variable: Callable[[Any], FeatureVariable] = FeatureVariable.from_dict
