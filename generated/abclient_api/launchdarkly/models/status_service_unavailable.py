from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class StatusServiceUnavailable(Model):
    """The service is not available."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    code: str | None = None
    """A word for the kind of error."""
    message: str | None = None
    """What is wrong, for people."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code = data.get("code")
            self.message = data.get("message")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
