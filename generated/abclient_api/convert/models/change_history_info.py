from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeHistoryInfo(Model):
    """A change in words."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "is_admin_change": "isAdminChange",
        "text": "text",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    is_admin_change: bool | None = None
    """Whether the vendor's staff did it."""
    text: str | None = None
    """What was done, in words."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.is_admin_change = data.get("isAdminChange")
            self.text = data.get("text")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_change_history_info: Callable[[Any], ChangeHistoryInfo] = ChangeHistoryInfo.from_dict
