from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagStatusRep(Model):
    """Whether a flag is in use in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "last_requested": "lastRequested",
        "default": "default",
        "links": "_links",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_requested": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    name: Literal["new", "inactive", "active", "launched"] | str | None = None
    """The status; inactive if it was not evaluated for seven days, launched if it always gives the same
    variation."""
    last_requested: datetime.datetime | None = None
    """When an SDK evaluated it last."""
    default: Any = None
    """The default value that the code gave last; any JSON."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.last_requested = None if (v := data.get("lastRequested")) is None else to_datetime(v)
            self.default = data.get("default")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_status_rep: Callable[[Any], FlagStatusRep] = FlagStatusRep.from_dict


from .link import Link, read_link
