from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EnvironmentApprovalSettingsCreate(Model):
    """New approval settings of an environment, without an operation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "entity_type": "entity_type",
        "required_approval_on_new_entities": "required_approval_on_new_entities",
        "default_preferences": "default_preferences",
        "notification_recipients": "notification_recipients",
        "approver_user_ids": "approver_user_ids",
        "entities": "entities",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "default_preferences": "map of scalar",
        "notification_recipients": "list of scalar",
        "approver_user_ids": "list of scalar",
        "entities": "list of read_entity_approval_settings_create",
    }

    entity_type: str | None = None
    """What the settings are about."""
    required_approval_on_new_entities: bool | None = None
    """Whether new flags and rules need approval."""
    default_preferences: dict[str, bool] | None = None
    """Which kinds of changes need approval."""
    notification_recipients: list[str] | None = None
    """Who is told."""
    approver_user_ids: list[int] | None = None
    """Who can approve."""
    entities: list[EntityApprovalSettingsCreate] | None = None
    """Settings of single entities."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.entity_type = data.get("entity_type")
            self.required_approval_on_new_entities = data.get("required_approval_on_new_entities")
            self.default_preferences = (
                None if (v := data.get("default_preferences")) is None else without_nulls(entries(v))
            )
            self.notification_recipients = (
                None if (v := data.get("notification_recipients")) is None else without_nulls(items(v))
            )
            self.approver_user_ids = None if (v := data.get("approver_user_ids")) is None else without_nulls(items(v))
            self.entities = (
                None
                if (v := data.get("entities")) is None
                else [read_entity_approval_settings_create(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .entity_approval_settings_create import EntityApprovalSettingsCreate, read_entity_approval_settings_create
