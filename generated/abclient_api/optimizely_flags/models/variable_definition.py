from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariableDefinition(Model):
    """A variable of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "default_value": "default_value",
        "description": "description",
        "revision": "revision",
        "role": "role",
        "type": "type",
        "created_time": "created_time",
        "updated_time": "updated_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str
    """Key of the variable, unique in its flag."""
    default_value: str | None = None
    """Value unless a variation has another; always text, also for numbers and JSON."""
    description: str | None = None
    """What it is for, in words."""
    revision: int | None = None
    """Grows by one with each change."""
    role: str | None = None
    """Role that the caller has for it, where roles are granted one by one."""
    type: Literal["boolean", "string", "double", "integer", "json"] | str | None = None
    """Type of the values."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.default_value = data.get("default_value")
            self.description = data.get("description")
            self.revision = data.get("revision")
            self.role = data.get("role")
            self.type = data.get("type")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variable_definition: Callable[[Any], VariableDefinition] = VariableDefinition.from_dict
