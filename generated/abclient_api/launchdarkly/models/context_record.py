from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextRecord(Model):
    """A context as it was seen last."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "last_seen": "lastSeen",
        "application_id": "applicationId",
        "context": "context",
        "links": "_links",
        "access": "_access",
        "associated_contexts": "associatedContexts",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_seen": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "access": "read_access",
    }

    last_seen: datetime.datetime | None = None
    """When it was seen last."""
    application_id: str | None = None
    """Id of the application that saw it."""
    context: Any = None
    """The context; an object with kind, key and attributes."""
    links: dict[str, Link] | None = None
    """Links by name."""
    access: Access | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    associated_contexts: int | None = None
    """How many contexts are associated with it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.last_seen = None if (v := data.get("lastSeen")) is None else to_datetime(v)
            self.application_id = data.get("applicationId")
            self.context = data.get("context")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.access = None if (v := data.get("_access")) is None else read_access(v)
            self.associated_contexts = data.get("associatedContexts")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_record: Callable[[Any], ContextRecord] = ContextRecord.from_dict


from .access import Access, read_access
from .link import Link, read_link
