from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class KnowledgeBasesListResponseData(Model):
    """A page of the knowledge base."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
        "extra": "extra",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "list of read_knowledge_base",
        "extra": "read_extra",
    }

    data: list[KnowledgeBase] | None = None
    """What was asked for."""
    extra: Extra | None = None
    """What is known of the list as a whole."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = (
                None
                if (v := data.get("data")) is None
                else [read_knowledge_base(x0) for x0 in items(v) if x0 is not None]
            )
            self.extra = None if (v := data.get("extra")) is None else read_extra(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .extra import Extra, read_extra
from .knowledge_base import KnowledgeBase, read_knowledge_base
