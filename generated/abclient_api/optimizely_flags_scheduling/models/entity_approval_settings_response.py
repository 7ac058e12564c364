from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EntityApprovalSettingsResponse(Model):
    """Settings of a single entity."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "entity_id": "entity_id",
        "entity_key": "entity_key",
        "environment_id": "environment_id",
        "project_id": "project_id",
        "type": "type",
        "preferences": "preferences",
        "archived": "archived",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "preferences": "map of scalar",
    }

    id: int | None = None
    """Number of the settings."""
    entity_id: int | None = None
    """Number of the entity."""
    entity_key: str | None = None
    """Key of the entity."""
    environment_id: int | None = None
    """Number of the environment."""
    project_id: int | None = None
    """Number of the project."""
    type: str | None = None
    """Kind of the entity."""
    preferences: dict[str, bool] | None = None
    """Which kinds of changes need approval."""
    archived: bool | None = None
    """Whether the entity is archived."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.entity_id = data.get("entity_id")
            self.entity_key = data.get("entity_key")
            self.environment_id = data.get("environment_id")
            self.project_id = data.get("project_id")
            self.type = data.get("type")
            self.preferences = None if (v := data.get("preferences")) is None else without_nulls(entries(v))
            self.archived = data.get("archived")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
