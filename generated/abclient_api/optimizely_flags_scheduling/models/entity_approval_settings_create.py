from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EntityApprovalSettingsCreate(Model):
    """New approval settings of a single entity, without an operation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "operation": "operation",
        "key": "key",
        "entity_id": "entity_id",
        "preferences": "preferences",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "preferences": "map of scalar",
    }

    operation: str | None = None
    """What is done with the entity."""
    key: str | None = None
    """Key of the entity."""
    entity_id: int | None = None
    """Number of the entity."""
    preferences: dict[str, bool] | None = None
    """Which kinds of changes need approval."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.operation = data.get("operation")
            self.key = data.get("key")
            self.entity_id = data.get("entity_id")
            self.preferences = None if (v := data.get("preferences")) is None else without_nulls(entries(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_entity_approval_settings_create: Callable[[Any], EntityApprovalSettingsCreate] = (
    EntityApprovalSettingsCreate.from_dict
)
