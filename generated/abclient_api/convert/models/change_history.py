from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._unions import expandable
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeHistory(Model):
    """A change that somebody made."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "event": "event",
        "info": "info",
        "change": "changes",
        "method": "method",
        "object": "object",
        "object_id": "object_id",
        "parent_object_id": "parent_object_id",
        "user": "user",
        "timestamp": "timestamp",
        "request_id": "request_id",
        "project": "project",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "info": "read_change_history_info",
        "change": "read_change_history_changes",
        "project": "read_simple_project_expandable",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": to_epoch_seconds,
    }

    event: str | None = None
    """What happened."""
    info: ChangeHistoryInfo | None = None
    """Who did it, and in which words; superseded by the other fields."""
    change: ChangeHistoryChanges | None = None
    """What was changed."""
    method: str | None = None
    """Whether it was done by the API or in the vendor's application."""
    object: str | None = None
    """The kind of thing that was changed."""
    object_id: str | None = None
    """The id of what was changed, as text."""
    parent_object_id: str | None = None
    """The id of what holds what was changed."""
    user: str | None = None
    """Who did it."""
    timestamp: datetime.datetime | None = None
    """When it happened."""
    request_id: str | None = None
    """The id of the request that did it."""
    project: int | SimpleProject | None = None
    """The project by id, or with its name where it is expanded."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.event = data.get("event")
            self.info = None if (v := data.get("info")) is None else read_change_history_info(v)
            self.change = None if (v := data.get("changes")) is None else read_change_history_changes(v)
            self.method = data.get("method")
            self.object = data.get("object")
            self.object_id = data.get("object_id")
            self.parent_object_id = data.get("parent_object_id")
            self.user = data.get("user")
            self.timestamp = None if (v := data.get("timestamp")) is None else from_epoch_seconds(v)
            self.request_id = data.get("request_id")
            self.project = None if (v := data.get("project")) is None else read_simple_project_expandable(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_change_history: Callable[[Any], ChangeHistory] = ChangeHistory.from_dict


from .. import models
from .change_history_changes import ChangeHistoryChanges, read_change_history_changes
from .change_history_info import ChangeHistoryInfo, read_change_history_info

if TYPE_CHECKING:
    from .simple_project import SimpleProject


read_simple_project_expandable: Callable[[Any], Any] = expandable(models, "SimpleProject")
