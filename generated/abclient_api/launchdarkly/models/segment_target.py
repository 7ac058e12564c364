from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SegmentTarget(Model):
    """Contexts of one kind."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "values": "values",
        "context_kind": "contextKind",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "values": "list of scalar",
    }

    values: list[str] | None = None
    """Keys of contexts."""
    context_kind: str | None = None
    """The kind of context."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.values = None if (v := data.get("values")) is None else without_nulls(items(v))
            self.context_kind = data.get("contextKind")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_segment_target: Callable[[Any], SegmentTarget] = SegmentTarget.from_dict
