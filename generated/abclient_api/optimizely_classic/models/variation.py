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
class Variation(Model):
    """One version of a page, with the code that makes it and its share of the traffic."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "experiment_id": "experiment_id",
        "project_id": "project_id",
        "description": "description",
        "js_component": "js_component",
        "weight": "weight",
        "is_paused": "is_paused",
        "section_id": "section_id",
        "created": "created",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int
    """Unique id of the variation. Read-only."""
    experiment_id: int | None = None
    """Experiment the variation belongs to; on creation it is named by the path. Read-only. Required when it is
    created."""
    project_id: int | None = None
    """Project the variation belongs to. Read-only."""
    description: str | None = None
    """Name of the variation. Required when it is created."""
    js_component: str | None = None
    """JavaScript that turns the page into the variation; empty for an original."""
    weight: int | None = None
    """Share of the experiment's traffic in basis points; the weights of an experiment should sum to 10000."""
    is_paused: bool | None = None
    """Whether the variation gets no traffic."""
    section_id: int | None = None
    """Section of a multivariate test the variation belongs to, or null. Sections have no operations. Read-only."""
    created: datetime.datetime | None = None
    """Time of creation, UTC, in microseconds. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.experiment_id = data.get("experiment_id")
            self.project_id = data.get("project_id")
            self.description = data.get("description")
            self.js_component = data.get("js_component")
            self.weight = data.get("weight")
            self.is_paused = data.get("is_paused")
            self.section_id = data.get("section_id")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
