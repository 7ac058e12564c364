from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SubjectDataRep(Model):
    """What did something."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "name": "name",
        "avatar_url": "avatarUrl",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    name: str | None = None
    """A name for people."""
    avatar_url: str | None = None
    """Address of its picture."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.name = data.get("name")
            self.avatar_url = data.get("avatarUrl")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_subject_data_rep: Callable[[Any], SubjectDataRep] = SubjectDataRep.from_dict


from .link import Link, read_link
