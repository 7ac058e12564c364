from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, entries, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Error(Model):
    """What went wrong."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "message": "message",
        "code": "code",
        "details": "details",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "details": "map of any",
    }

    message: str | None = None
    """What went wrong, for people."""
    code: str | None = None
    """What went wrong, for programs, where the operation documents it."""
    details: dict[str, Any] | None = None
    """More about it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.message = data.get("message")
            self.code = data.get("code")
            self.details = None if (v := data.get("details")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
