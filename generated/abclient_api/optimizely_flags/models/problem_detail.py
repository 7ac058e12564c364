from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProblemDetail(Model):
    """What went wrong (RFC 9457). Further members may follow."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "detail": "detail",
        "status": "status",
        "title": "title",
        "type": "type",
        "uuid": "uuid",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    detail: str | None = None
    """What went wrong."""
    status: int | None = None
    """HTTP status."""
    title: str | None = None
    """What went wrong in a few words; sometimes all that is said."""
    type: str | None = None
    """Kind of the problem, usually `about:blank`."""
    uuid: str | None = None
    """Identifier of the request for the vendor's support."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.detail = data.get("detail")
            self.status = data.get("status")
            self.title = data.get("title")
            self.type = data.get("type")
            self.uuid = data.get("uuid")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
