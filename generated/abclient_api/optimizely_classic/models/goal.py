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
class Goal(Model):
    """A metric that decides which variation wins. Which fields carry a meaning depends on `goal_type`."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project_id": "project_id",
        "title": "title",
        "goal_type": "goal_type",
        "description": "description",
        "event": "event",
        "selector": "selector",
        "target_to_experiments": "target_to_experiments",
        "target_urls": "target_urls",
        "target_url_match_types": "target_url_match_types",
        "urls": "urls",
        "url_match_types": "url_match_types",
        "experiment_ids": "experiment_ids",
        "archived": "archived",
        "is_editable": "is_editable",
        "addable": "addable",
        "created": "created",
        "last_modified": "last_modified",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "target_urls": "list of scalar",
        "target_url_match_types": "list of scalar",
        "urls": "list of scalar",
        "url_match_types": "list of scalar",
        "experiment_ids": "list of scalar",
    }

    id: int
    """Unique id of the goal. Read-only."""
    project_id: int | None = None
    """Project the goal belongs to; on creation it is named by the path. Read-only. Required when it is created."""
    title: str | None = None
    """Name of the goal. Required when it is created."""
    goal_type: Literal[0, 1, 2, 3, 4] | int | None = None
    """Kind of goal: 0 click, 1 custom event, 2 engagement, 3 pageview, 4 revenue. Required when it is created."""
    description: str | None = None
    """What the goal is for."""
    event: str | None = None
    """Name of the event, for custom event goals. Set on creation only. Read-only."""
    selector: str | None = None
    """jQuery selector of the elements that are clicked, for click goals."""
    target_to_experiments: bool | None = None
    """Whether a click goal is measured on the same pages as the experiment."""
    target_urls: list[str] | None = None
    """Pages a click goal is measured on when `target_to_experiments` is false."""
    target_url_match_types: list[Literal[1, 2, 3, 4] | int] | None = None
    """How each of `target_urls` is matched: 1 exact, 2 regular expression, 3 simple, 4 substring."""
    urls: list[str] | None = None
    """Pages a pageview goal counts; an empty list matches nowhere."""
    url_match_types: list[Literal[1, 2, 3, 4] | int] | None = None
    """How each of `urls` is matched: 1 exact, 2 regular expression, 3 simple, 4 substring."""
    experiment_ids: list[int] | None = None
    """Experiments that measure the goal."""
    archived: bool | None = None
    """Whether the goal is archived."""
    is_editable: bool | None = None
    """False for old goals, which cannot be edited; null in the samples. Read-only."""
    addable: bool | None = None
    """Whether the goal is offered for reuse in the list of saved goals."""
    created: datetime.datetime | None = None
    """Time of creation, UTC, in microseconds. Read-only."""
    last_modified: datetime.datetime | None = None
    """Time of the last change, UTC, in microseconds. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.project_id = data.get("project_id")
            self.title = data.get("title")
            self.goal_type = data.get("goal_type")
            self.description = data.get("description")
            self.event = data.get("event")
            self.selector = data.get("selector")
            self.target_to_experiments = data.get("target_to_experiments")
            self.target_urls = None if (v := data.get("target_urls")) is None else without_nulls(items(v))
            self.target_url_match_types = (
                None if (v := data.get("target_url_match_types")) is None else without_nulls(items(v))
            )
            self.urls = None if (v := data.get("urls")) is None else without_nulls(items(v))
            self.url_match_types = None if (v := data.get("url_match_types")) is None else without_nulls(items(v))
            self.experiment_ids = None if (v := data.get("experiment_ids")) is None else without_nulls(items(v))
            self.archived = data.get("archived")
            self.is_editable = data.get("is_editable")
            self.addable = data.get("addable")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
