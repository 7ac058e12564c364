from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Snapshot(Model):
    """A computation of results."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "experiment": "experiment",
        "status": "status",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str
    """Identifier."""
    experiment: str | None = None
    """Identifier of the experiment."""
    status: str | None = None
    """How far it is: running, success or error."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.experiment = data.get("experiment")
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_snapshot: Callable[[Any], Snapshot] = Snapshot.from_dict
