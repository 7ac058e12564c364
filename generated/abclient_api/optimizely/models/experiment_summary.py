from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentSummary(Model):
    """An experiment or campaign in brief."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "created": "created",
        "description": "description",
        "experiment_type": "experiment_type",
        "id": "id",
        "last_modified": "last_modified",
        "name": "name",
        "project_id": "project_id",
        "project_name": "project_name",
        "status": "status",
        "type": "type",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    archived: bool | None = None
    """Whether it is archived."""
    created: datetime.datetime | None = None
    """When it was created, UTC."""
    description: str | None = None
    """Its description."""
    experiment_type: str | None = None
    """Kind of the experiment."""
    id: int | None = None
    """Identifier. Read-only."""
    last_modified: datetime.datetime | None = None
    """When it was last changed, UTC."""
    name: str | None = None
    """Name; the key where there is none."""
    project_id: int | None = None
    """Project it belongs to."""
    project_name: str | None = None
    """Name of that project."""
    status: str | None = None
    """State."""
    type: Literal["experiment", "campaign"] | str | None = None
    """What it is."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.experiment_type = data.get("experiment_type")
            self.id = data.get("id")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.project_id = data.get("project_id")
            self.project_name = data.get("project_name")
            self.status = data.get("status")
            self.type = data.get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
