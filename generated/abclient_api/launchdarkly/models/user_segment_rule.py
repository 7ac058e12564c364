from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserSegmentRule(Model):
    """A rule of a segment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "clauses": "clauses",
        "weight": "weight",
        "rollout_context_kind": "rolloutContextKind",
        "bucket_by": "bucketBy",
        "description": "description",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "clauses": "list of read_clause",
    }

    id: str | None = None
    """Its id."""
    clauses: list[Clause] | None = None
    """Conditions, all of which must hold."""
    weight: int | None = None
    """Share of those who match that are in the segment, in thousandths of a percent."""
    rollout_context_kind: str | None = None
    """Kind of context by which traffic is split."""
    bucket_by: str | None = None
    """Attribute by which traffic is split."""
    description: str | None = None
    """What it is about."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.clauses = (
                None if (v := data.get("clauses")) is None else [read_clause(x0) for x0 in items(v) if x0 is not None]
            )
            self.weight = data.get("weight")
            self.rollout_context_kind = data.get("rolloutContextKind")
            self.bucket_by = data.get("bucketBy")
            self.description = data.get("description")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_user_segment_rule: Callable[[Any], UserSegmentRule] = UserSegmentRule.from_dict


from .clause import Clause, read_clause
