from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EnvironmentApprovalSettingsResponse(Model):
    """Which changes in an environment need approval."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project_id": "project_id",
        "environment_id": "environment_id",
        "entity_type": "entity_type",
        "require_approval_on_new_entities": "require_approval_on_new_entities",
        "default_preferences": "default_preferences",
        "notification_recipients": "notification_recipients",
        "approvers": "approvers",
        "entities": "entities",
        "created_at": "created_at",
        "updated_at": "updated_at",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_datetime,
        "updated_at": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "default_preferences": "map of scalar",
        "notification_recipients": "list of scalar",
        "approvers": "list of read_approvers_response",
        "entities": "list of map of any",
    }

    id: int | None = None
    """Number of the settings."""
    project_id: int | None = None
    """Project of the environment."""
    environment_id: int | None = None
    """Number of the environment."""
    entity_type: str | None = None
    """What the settings are about."""
    require_approval_on_new_entities: bool | None = None
    """Whether new flags and rules need approval."""
    default_preferences: dict[str, bool] | None = None
    """Which kinds of changes need approval, unless an entity says otherwise."""
    notification_recipients: list[str] | None = None
    """Who is told."""
    approvers: list[ApproversResponse] | None = None
    """Who can approve."""
    entities: list[dict[str, Any]] | None = None
    """Settings of single entities, as EntityApprovalSettingsResponse."""
    created_at: datetime.datetime | None = None
    """When they were made."""
    updated_at: datetime.datetime | None = None
    """When they were last changed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.project_id = data.get("project_id")
            self.environment_id = data.get("environment_id")
            self.entity_type = data.get("entity_type")
            self.require_approval_on_new_entities = data.get("require_approval_on_new_entities")
            self.default_preferences = (
                None if (v := data.get("default_preferences")) is None else without_nulls(entries(v))
            )
            self.notification_recipients = (
                None if (v := data.get("notification_recipients")) is None else without_nulls(items(v))
            )
            self.approvers = (
                None
                if (v := data.get("approvers")) is None
                else [read_approvers_response(x0) for x0 in items(v) if x0 is not None]
            )
            self.entities = (
                None if (v := data.get("entities")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.created_at = None if (v := data.get("created_at")) is None else to_datetime(v)
            self.updated_at = None if (v := data.get("updated_at")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .approvers_response import ApproversResponse, read_approvers_response
