from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Extension(Model):
    """A reusable template that the editor offers, with fields to fill in. Web only."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "created": "created",
        "description": "description",
        "edit_url": "edit_url",
        "enabled": "enabled",
        "experiment_count": "experiment_count",
        "fields": "fields",
        "id": "id",
        "implementation": "implementation",
        "last_modified": "last_modified",
        "name": "name",
        "project_id": "project_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "fields": "list of read_field",
        "implementation": "read_implementation",
    }

    archived: bool | None = None
    """Whether the extension is archived. Read-only."""
    created: datetime.datetime | None = None
    """When the extension was created, UTC. Read-only."""
    description: str | None = None
    """What the extension does."""
    edit_url: str | None = None
    """URL the editor opens."""
    enabled: bool | None = None
    """Whether the editor offers it and the snippet holds it."""
    experiment_count: int | None = None
    """Number of experiments, in any state, that use the extension. Read-only."""
    fields: list[Field] | None = None
    """Fields the editor shows. The vendor's default: []."""
    id: int
    """Identifier of the extension. Read-only."""
    implementation: Implementation | None = None
    """The code of an extension."""
    last_modified: datetime.datetime | None = None
    """When the extension was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the extension."""
    project_id: int | None = None
    """Project the extension belongs to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.edit_url = data.get("edit_url")
            self.enabled = data.get("enabled")
            self.experiment_count = data.get("experiment_count")
            self.fields = (
                None if (v := data.get("fields")) is None else [read_field(x0) for x0 in items(v) if x0 is not None]
            )
            self.id = data["id"]
            self.implementation = None if (v := data.get("implementation")) is None else read_implementation(v)
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .field import Field, read_field
from .implementation import Implementation, read_implementation
