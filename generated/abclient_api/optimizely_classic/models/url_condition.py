from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UrlCondition(Model):
    """A rule that says on which pages an experiment runs.

    Attributes:
        index: Position in the list of conditions, from 0.
        match_type: How `value` is compared with the address of the page.
        value: The address, or pattern, to match.
        negate: True when pages that match are excluded.
        created: Time of creation, UTC. Read-only.
        last_modified: Time of the last change, UTC. Read-only.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "index": "index",
        "match_type": "match_type",
        "value": "value",
        "negate": "negate",
        "created": "created",
        "last_modified": "last_modified",
    }

    index: int | None = None
    match_type: Literal["simple", "exact", "regex", "substring"] | str | None = None
    value: str | None = None
    negate: bool | None = None
    created: datetime.datetime | None = None
    last_modified: datetime.datetime | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.index = get("index")
            self.match_type = get("match_type")
            self.value = get("value")
            self.negate = get("negate")
            self.created = None if (v := get("created")) is None else to_datetime(v)
            self.last_modified = None if (v := get("last_modified")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
