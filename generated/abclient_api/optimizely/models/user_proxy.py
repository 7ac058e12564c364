from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserProxy(Model):
    """A system that acts for a person."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "id": "id",
        "proxy_type": "proxy_type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    email: str | None = None
    """Email address."""
    id: str | None = None
    """Identifier."""
    proxy_type: Literal["emulator", "system"] | str | None = None
    """Kind of the system."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.email = data.get("email")
            self.id = data.get("id")
            self.proxy_type = data.get("proxy_type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
