from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Deleted(Model):
    """What was deleted."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "deleted_id": "deletedId",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    deleted_id: str
    """Its identifier."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.deleted_id = data["deletedId"]
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
