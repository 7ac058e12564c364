from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Dimension(Model):
    """An attribute of visitors, such as demographic data."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project_id": "project_id",
        "name": "name",
        "client_api_name": "client_api_name",
        "description": "description",
        "last_modified": "last_modified",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int
    """Unique id of the dimension. Read-only."""
    project_id: int | None = None
    """Project the dimension belongs to; on creation it is named by the path. Read-only. Required when it is
    created."""
    name: str | None = None
    """Name of the dimension, unique. Required when it is created."""
    client_api_name: str | None = None
    """Name client-side APIs use for the dimension, unique."""
    description: str | None = None
    """What the dimension holds."""
    last_modified: datetime.datetime | None = None
    """Time of the last change, UTC, in microseconds. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.project_id = data.get("project_id")
            self.name = data.get("name")
            self.client_api_name = data.get("client_api_name")
            self.description = data.get("description")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
