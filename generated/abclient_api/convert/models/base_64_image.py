from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_base64,
    to_base64,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Base64Image(Model):
    """A picture."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "data": from_base64,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "data": to_base64,
    }

    data: bytes | None = None
    """The picture."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = None if (v := data.get("data")) is None else from_base64(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
