from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisitorDataItem(Model):
    """What is known of a visitor."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "visitor_id": "visitor_id",
        "data": "data",
        "source": "source",
        "created_at": "created_at",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "map of any",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_seconds,
    }

    visitor_id: str | None = None
    """The id of the visitor."""
    data: dict[str, Any] | None = None
    """What is known of the visitor, by field."""
    source: str | None = None
    """Where the data came from."""
    created_at: datetime.datetime | None = None
    """When it was made. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.visitor_id = data.get("visitor_id")
            self.data = None if (v := data.get("data")) is None else entries(v)
            self.source = data.get("source")
            self.created_at = None if (v := data.get("created_at")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visitor_data_item: Callable[[Any], VisitorDataItem] = VisitorDataItem.from_dict
