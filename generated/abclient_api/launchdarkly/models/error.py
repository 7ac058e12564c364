from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Error(Model):
    """What is wrong."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "message": "message",
        "code": "code",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    message: str | None = None
    """What is wrong, for people."""
    code: str | None = None
    """A word for the kind of error."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.message = data.get("message")
            self.code = data.get("code")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
