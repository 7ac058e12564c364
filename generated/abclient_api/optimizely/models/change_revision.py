from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeRevision(Model):
    """The revisions before and after a change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "current": "current",
        "previous": "previous",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "current": "read_revision",
        "previous": "read_revision",
    }

    current: Revision | None = None
    """A revision of an entity."""
    previous: Revision | None = None
    """A revision of an entity."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.current = None if (v := data.get("current")) is None else read_revision(v)
            self.previous = None if (v := data.get("previous")) is None else read_revision(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_change_revision: Callable[[Any], ChangeRevision] = ChangeRevision.from_dict


from .revision import Revision, read_revision
