from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EventProperty(Model):
    """A property that comes with an event."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data_type": "data_type",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    data_type: Literal["boolean", "number", "string"] | str | None = None
    """Type of the values."""
    name: str | None = None
    """Name of the property."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data_type = data.get("data_type")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_event_property: Callable[[Any], EventProperty] = EventProperty.from_dict
