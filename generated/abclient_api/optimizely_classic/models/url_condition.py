from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UrlCondition(Model):
    """A rule that says on which pages an experiment runs."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "index": "index",
        "match_type": "match_type",
        "value": "value",
        "negate": "negate",
        "created": "created",
        "last_modified": "last_modified",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    index: int | None = None
    """Position in the list of conditions, from 0."""
    match_type: Literal["simple", "exact", "regex", "substring"] | str | None = None
    """How `value` is compared with the address of the page."""
    value: str | None = None
    """The address, or pattern, to match."""
    negate: bool | None = None
    """True when pages that match are excluded."""
    created: datetime.datetime | None = None
    """Time of creation, UTC. Read-only."""
    last_modified: datetime.datetime | None = None
    """Time of the last change, UTC. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.index = data.get("index")
            self.match_type = data.get("match_type")
            self.value = data.get("value")
            self.negate = data.get("negate")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_url_condition: Callable[[Any], UrlCondition] = UrlCondition.from_dict
