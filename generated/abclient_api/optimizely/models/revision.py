from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Revision(Model):
    """A revision of an entity."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """Identifier of the revision."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_revision: Callable[[Any], Revision] = Revision.from_dict
