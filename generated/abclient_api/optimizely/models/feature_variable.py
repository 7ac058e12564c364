from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureVariable(Model):
    """A variable of a feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "default_value": "default_value",
        "description": "description",
        "id": "id",
        "key": "key",
        "type": "type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    archived: bool | None = None
    """Whether the variable is archived. The vendor's default: False."""
    default_value: str | None = None
    """Value outside of any experiment, as text whatever the type, e.g. `false`."""
    description: str | None = None
    """What the variable is."""
    id: int | None = None
    """Identifier of the variable. Read-only."""
    key: str | None = None
    """Unique key within the feature."""
    type: Literal["boolean", "string", "double", "integer", "json"] | str | None = None
    """Type of the value."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.default_value = data.get("default_value")
            self.description = data.get("description")
            self.id = data.get("id")
            self.key = data.get("key")
            self.type = data.get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_variable: Callable[[Any], FeatureVariable] = FeatureVariable.from_dict
