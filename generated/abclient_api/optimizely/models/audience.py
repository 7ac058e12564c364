from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_json_string,
    to_datetime,
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Audience(Model):
    """A group of visitors, defined by conditions."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "conditions": "conditions",
        "created": "created",
        "description": "description",
        "experiment_count": "experiment_count",
        "for_journey": "for_journey",
        "id": "id",
        "is_classic": "is_classic",
        "last_modified": "last_modified",
        "name": "name",
        "project_id": "project_id",
        "segmentation": "segmentation",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": from_json_string,
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": to_json_string,
    }

    archived: bool | None = None
    """Whether the audience is archived. The vendor's default: False."""
    conditions: Any = None
    """Who belongs to the audience: a nested and/or list, JSON in a string. A leaf is `{name, type, value}`,
    where name is the attribute's name (not its key) and type is custom_attribute; newer ones add match_type."""
    created: datetime.datetime | None = None
    """When the audience was created, UTC. Read-only."""
    description: str | None = None
    """Who the audience is."""
    experiment_count: int | None = None
    """Number of experiments that use the audience."""
    for_journey: bool | None = None
    """True for an audience that a journey uses or used. The vendor's default: False."""
    id: int
    """Identifier of the audience. Read-only."""
    is_classic: bool | None = None
    """True for an audience that only Optimizely Classic experiments can use."""
    last_modified: datetime.datetime | None = None
    """When the audience was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the audience."""
    project_id: int | None = None
    """Project the audience belongs to."""
    segmentation: bool | None = None
    """Offers the audience as a segment of results. Optimizely Classic only, at most ten in a project. The
    vendor's default: False."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.conditions = None if (v := data.get("conditions")) is None else from_json_string(v)
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.experiment_count = data.get("experiment_count")
            self.for_journey = data.get("for_journey")
            self.id = data["id"]
            self.is_classic = data.get("is_classic")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.project_id = data.get("project_id")
            self.segmentation = data.get("segmentation")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
