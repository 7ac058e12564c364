from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeRevision(Model):
    """The revisions before and after a change.

    Attributes:
        current: A revision of an entity.
        previous: A revision of an entity.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "current": "current",
        "previous": "previous",
    }

    current: Revision | None = None
    previous: Revision | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.current = None if (v := get("current")) is None else Revision.from_dict(v)
            self.previous = None if (v := get("previous")) is None else Revision.from_dict(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .revision import Revision
