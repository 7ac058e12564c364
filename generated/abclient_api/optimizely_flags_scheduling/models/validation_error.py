from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ValidationError(Model):
    """What is wrong with one part of the request."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "loc": "loc",
        "msg": "msg",
        "type": "type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "loc": "list of scalar",
    }

    loc: list[str | int] | None = None
    """Which part, as names of fields and places in lists."""
    msg: str | None = None
    """What is wrong with it."""
    type: str | None = None
    """Kind of the error."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.loc = None if (v := data.get("loc")) is None else without_nulls(items(v))
            self.msg = data.get("msg")
            self.type = data.get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_validation_error: Callable[[Any], ValidationError] = ValidationError.from_dict
