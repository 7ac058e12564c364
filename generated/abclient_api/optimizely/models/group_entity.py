from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GroupEntity(Model):
    """An experiment or campaign in an exclusion group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "kind": "kind",
        "weight": "weight",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """Identifier of the experiment or campaign."""
    kind: Literal["Campaign", "Experiment"] | str | None = None
    """What it is."""
    weight: int | None = None
    """Share of the group's traffic, in basis points from 0 to 10000."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.kind = data.get("kind")
            self.weight = data.get("weight")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_group_entity: Callable[[Any], GroupEntity] = GroupEntity.from_dict
