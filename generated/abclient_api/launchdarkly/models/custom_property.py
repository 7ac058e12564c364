from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CustomProperty(Model):
    """A custom property of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "value": "list of scalar",
    }

    name: str | None = None
    """A name for people."""
    value: list[str] | None = None
    """The values."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.value = None if (v := data.get("value")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_custom_property: Callable[[Any], CustomProperty] = CustomProperty.from_dict
