from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectUpdates(Model):
    """What has changed in a project, and when caches are cleared."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "pending_changes": "pendingChanges",
        "last_invalidation": "lastInvalidation",
        "next_invalidation": "nextInvalidation",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "pending_changes": "read_pending_changes",
        "last_invalidation": "read_invalidation",
        "next_invalidation": "read_invalidation",
    }

    pending_changes: PendingChanges | None = None
    """What has changed since caches were cleared."""
    last_invalidation: Invalidation | None = None
    """When caches were cleared last."""
    next_invalidation: Invalidation | None = None
    """When caches will be cleared."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.pending_changes = None if (v := data.get("pendingChanges")) is None else read_pending_changes(v)
            self.last_invalidation = None if (v := data.get("lastInvalidation")) is None else read_invalidation(v)
            self.next_invalidation = None if (v := data.get("nextInvalidation")) is None else read_invalidation(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_updates: Callable[[Any], ProjectUpdates] = ProjectUpdates.from_dict


from .invalidation import Invalidation, read_invalidation
from .pending_changes import PendingChanges, read_pending_changes
