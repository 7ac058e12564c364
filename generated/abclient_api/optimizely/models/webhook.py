from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Webhook(Model):
    """An address that is told about changes in a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "active": "active",
        "created": "created",
        "description": "description",
        "events": "events",
        "id": "id",
        "last_modified": "last_modified",
        "name": "name",
        "project_id": "project_id",
        "url": "url",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "events": "list of scalar",
    }

    active: bool | None = None
    """Whether it is called. Read-only."""
    created: datetime.datetime | None = None
    """When the webhook was created, UTC. Read-only."""
    description: str | None = None
    """What the webhook is for."""
    events: (
        list[
            Literal[
                "project.datafile_updated",
                "project.snippet_updated",
                "project.attribute_created",
                "project.attribute_updated",
                "project.attribute_deleted",
                "project.attribute_archived",
                "project.audience_created",
                "project.audience_updated",
                "project.audience_archived",
                "project.environment_created",
                "project.environment_updated",
                "project.environment_archived",
                "project.event_created",
                "project.event_updated",
                "project.event_deleted",
                "project.event_archived",
                "project.flag_created",
                "project.flag_updated",
                "project.flag_deleted",
                "project.flag_archived",
                "project.project_setting_created",
                "project.project_setting_updated",
                "project.project_setting_deleted",
                "project.ruleset_created",
                "project.ruleset_updated",
                "project.ruleset_deleted",
                "project.rule_created",
                "project.rule_updated",
                "project.rule_deleted",
                "project.variation_created",
                "project.variation_updated",
                "project.variation_deleted",
                "project.variation_archived",
                "project.variable_created",
                "project.variable_updated",
                "project.variable_deleted",
                "project.group_created",
                "project.group_updated",
                "project.group_deleted",
                "project.group_archived",
            ]
            | str
        ]
        | None
    ) = None
    """What the webhook is told about."""
    id: str
    """Identifier of the webhook, a number as text. Read-only."""
    last_modified: datetime.datetime | None = None
    """When the webhook was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the webhook."""
    project_id: int | None = None
    """Project it watches."""
    url: str | None = None
    """Address that is called."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.active = data.get("active")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.events = None if (v := data.get("events")) is None else without_nulls(items(v))
            self.id = data["id"]
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.project_id = data.get("project_id")
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
