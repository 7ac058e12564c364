from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Choices(Model):
    """A choice of a field."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "label": "label",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    label: str | None = None
    """Text shown."""
    value: str | None = None
    """Value stored."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.label = data.get("label")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_choices: Callable[[Any], Choices] = Choices.from_dict
