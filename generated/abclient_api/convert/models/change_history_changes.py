from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeHistoryChanges(Model):
    """What was changed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "old": "old",
        "new": "new",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "old": "map of any",
        "new": "map of any",
    }

    old: dict[str, Any] | None = None
    """What it was before."""
    new: dict[str, Any] | None = None
    """What it is now."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.old = None if (v := data.get("old")) is None else entries(v)
            self.new = None if (v := data.get("new")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_change_history_changes: Callable[[Any], ChangeHistoryChanges] = ChangeHistoryChanges.from_dict
