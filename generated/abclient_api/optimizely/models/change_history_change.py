from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeHistoryChange(Model):
    """An entry of a project's history."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "change_type": "change_type",
        "details": "changes",
        "created": "created",
        "entity": "entity",
        "id": "id",
        "project_id": "project_id",
        "revisions": "revisions",
        "source": "source",
        "summary": "summary",
        "user": "user",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "details": "list of read_change_detail",
        "entity": "read_entity",
        "revisions": "read_change_revision",
        "user": "read_user",
    }

    change_type: Literal["archive", "create", "update", "delete", "publish"] | str | None = None
    """What was done."""
    details: list[ChangeDetail] | None = None
    """The properties changed."""
    created: datetime.datetime | None = None
    """When it was done, UTC."""
    entity: Entity | None = None
    """What a change was made to."""
    id: int
    """Identifier of the entry."""
    project_id: int | None = None
    """Project it was done in."""
    revisions: ChangeRevision | None = None
    """The revisions before and after a change."""
    source: Literal["ui", "api"] | str | None = None
    """Where it was done."""
    summary: str | None = None
    """What was done, for people."""
    user: User | None = None
    """Who made a change."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.change_type = data.get("change_type")
            self.details = (
                None
                if (v := data.get("changes")) is None
                else [read_change_detail(x0) for x0 in items(v) if x0 is not None]
            )
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.entity = None if (v := data.get("entity")) is None else read_entity(v)
            self.id = data["id"]
            self.project_id = data.get("project_id")
            self.revisions = None if (v := data.get("revisions")) is None else read_change_revision(v)
            self.source = data.get("source")
            self.summary = data.get("summary")
            self.user = None if (v := data.get("user")) is None else read_user(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .change_detail import ChangeDetail, read_change_detail
from .change_revision import ChangeRevision, read_change_revision
from .entity import Entity, read_entity
from .user import User, read_user
