from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeDetail(Model):
    """A property before and after a change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "after": "after",
        "before": "before",
        "description": "description",
        "property": "property",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    after: Any = None
    """Value afterwards, any JSON."""
    before: Any = None
    """Value before, any JSON."""
    description: str | None = None
    """What changed, for people."""
    property: str | None = None
    """Name of the property."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.after = data.get("after")
            self.before = data.get("before")
            self.description = data.get("description")
            self.property = data.get("property")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_change_detail: Callable[[Any], ChangeDetail] = ChangeDetail.from_dict
