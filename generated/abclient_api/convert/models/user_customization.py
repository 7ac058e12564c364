from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserCustomization(Model):
    """A value that users attach to an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """The name of the value."""
    value: str | float | bool | None = None
    """A text, a number or a truth value."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_user_customization: Callable[[Any], UserCustomization] = UserCustomization.from_dict
