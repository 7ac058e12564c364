from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    from_numeric_string,
    to_date,
    to_numeric_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Hypothesis(Model):
    """An assumption that a change makes visitors act as wanted."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project_id": "project_id",
        "name": "name",
        "objective": "objective",
        "prioritization_score": "prioritization_score",
        "prioritization_score_type": "prioritization_score_type",
        "prioritization_score_attributes": "prioritization_score_attributes",
        "status": "status",
        "start_date": "start_date",
        "end_date": "end_date",
        "tags": "tags",
        "summary": "summary",
        "created_at": "created_at",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "prioritization_score": from_numeric_string,
        "start_date": to_date,
        "end_date": to_date,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "prioritization_score_attributes": "read_prioritization_attributes",
        "tags": "list of read_tag_object",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "prioritization_score": to_numeric_string,
    }

    id: int
    """The hypothesis's id; a whole number, unlike the ids of other kinds. Read-only."""
    project_id: int | None = None
    """Id of its project; a whole number here. Read-only."""
    name: str | None = None
    """The hypothesis's name."""
    objective: str | None = None
    """What the hypothesis says."""
    prioritization_score: float | None = None
    """Its priority, computed from the attributes. On the wire text in answers and a number in requests."""
    prioritization_score_type: Literal["PIE", "ICE"] | str | None = None
    """The model of its priority: PIE (potential, importance, ease) or ICE (impact, confidence, ease)."""
    prioritization_score_attributes: PrioritizationAttributes | None = None
    """What a priority is computed from: potential, importance and ease for PIE; impact, confidence and ease for
    ICE."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | str | None = None
    """How far the hypothesis has come."""
    start_date: datetime.date | None = None
    """Day on which somebody came up with it, as year-month-day; may be in the past."""
    end_date: datetime.date | None = None
    """Day on which it is expected to have become an experience, as year-month-day."""
    tags: list[TagObject] | None = None
    """Labels to find it by."""
    summary: str | None = None
    """The hypothesis in short."""
    created_at: str | None = None
    """When it was created; the format is not documented. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.project_id = data.get("project_id")
            self.name = data.get("name")
            self.objective = data.get("objective")
            self.prioritization_score = (
                None if (v := data.get("prioritization_score")) is None else from_numeric_string(v)
            )
            self.prioritization_score_type = data.get("prioritization_score_type")
            self.prioritization_score_attributes = (
                None
                if (v := data.get("prioritization_score_attributes")) is None
                else read_prioritization_attributes(v)
            )
            self.status = data.get("status")
            self.start_date = None if (v := data.get("start_date")) is None else to_date(v)
            self.end_date = None if (v := data.get("end_date")) is None else to_date(v)
            self.tags = (
                None if (v := data.get("tags")) is None else [read_tag_object(x0) for x0 in items(v) if x0 is not None]
            )
            self.summary = data.get("summary")
            self.created_at = data.get("created_at")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .prioritization_attributes import PrioritizationAttributes, read_prioritization_attributes
from .tag_object import TagObject, read_tag_object
