from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, entries, new, salvaged
from abclient_api._wire import (
    to_datetime,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureRevision(Model):
    """The live revision of a feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "version": "version",
        "comment": "comment",
        "date": "date",
        "created_by": "createdBy",
        "published_by": "publishedBy",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "created_by": "map of any",
        "published_by": "map of any",
    }

    version: int | None = None
    """Number."""
    comment: str | None = None
    """What was changed."""
    date: datetime.datetime | None = None
    """When."""
    created_by: dict[str, Any] | None = None
    """Who made it."""
    published_by: dict[str, Any] | None = None
    """Who published it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.version = data.get("version")
            self.comment = data.get("comment")
            self.date = None if (v := data.get("date")) is None else to_datetime(v)
            self.created_by = None if (v := data.get("createdBy")) is None else entries(v)
            self.published_by = None if (v := data.get("publishedBy")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_revision: Callable[[Any], FeatureRevision] = FeatureRevision.from_dict
