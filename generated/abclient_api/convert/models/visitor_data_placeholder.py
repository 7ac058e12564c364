from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisitorDataPlaceholder(Model):
    """A name that stands for a field of visitors' data."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "placeholder": "placeholder",
        "default_value": "default_value",
        "created_at": "created_at",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_seconds,
    }

    id: int
    """The id."""
    placeholder: str | None = None
    """The name of the placeholder."""
    default_value: str | None = None
    """What it is unless told otherwise."""
    created_at: datetime.datetime | None = None
    """When it was made. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.placeholder = data.get("placeholder")
            self.default_value = data.get("default_value")
            self.created_at = None if (v := data.get("created_at")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visitor_data_placeholder: Callable[[Any], VisitorDataPlaceholder] = VisitorDataPlaceholder.from_dict
