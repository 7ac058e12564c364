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
    """An entry of a project's history.

    Attributes:
        change_type: What was done.
        details: The properties changed.
        created: When it was done, UTC.
        entity: What a change was made to.
        id: Identifier of the entry.
        project_id: Project it was done in.
        revisions: The revisions before and after a change.
        source: Where it was done.
        summary: What was done, for people.
        user: Who made a change.
    """

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

    change_type: Literal["archive", "create", "update", "delete", "publish"] | str | None = None
    details: list[ChangeDetail] | None = None
    created: datetime.datetime | None = None
    entity: Entity | None = None
    id: int
    project_id: int | None = None
    revisions: ChangeRevision | None = None
    source: Literal["ui", "api"] | str | None = None
    summary: str | None = None
    user: User | None = None

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
