from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, salvaged
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
        self = cls.__new__(cls)
        try:
            get = data.get
            self.change_type = get("change_type")
            self.details = (
                None
                if (v := get("changes")) is None
                else [ChangeDetail.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
            self.created = None if (v := get("created")) is None else to_datetime(v)
            self.entity = None if (v := get("entity")) is None else Entity.from_dict(v)
            self.id = data["id"]
            self.project_id = get("project_id")
            self.revisions = None if (v := get("revisions")) is None else ChangeRevision.from_dict(v)
            self.source = get("source")
            self.summary = get("summary")
            self.user = None if (v := get("user")) is None else User.from_dict(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .change_detail import ChangeDetail
from .change_revision import ChangeRevision
from .entity import Entity
from .user import User
