from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectUpdatesInput(Body):
    """What has changed in a project, and when caches are cleared."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "pending_changes": "pendingChanges",
        "last_invalidation": "lastInvalidation",
        "next_invalidation": "nextInvalidation",
    }

    pending_changes: PendingChanges | Unset = UNSET
    """What has changed since caches were cleared."""
    last_invalidation: InvalidationInput | Unset = UNSET
    """When caches were cleared last."""
    next_invalidation: InvalidationInput | Unset = UNSET
    """When caches will be cleared."""


from .invalidation_input import InvalidationInput
from .pending_changes import PendingChanges
