from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EnhancedStatus(Model):
    """The status of an experiment, as its page shows it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "detailed_status": "detailedStatus",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    status: Literal["Running", "Stopped", "Draft", "Scheduled", "Archived"] | str | None = None
    """In a word."""
    detailed_status: str | None = None
    """More about it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.status = data.get("status")
            self.detailed_status = data.get("detailedStatus")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_enhanced_status: Callable[[Any], EnhancedStatus] = EnhancedStatus.from_dict
