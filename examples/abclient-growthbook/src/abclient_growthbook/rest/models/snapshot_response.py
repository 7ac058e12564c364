from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SnapshotResponse(Model):
    """A snapshot, as a response has it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "snapshot": "snapshot",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "snapshot": "read_snapshot",
    }

    snapshot: Snapshot | None = None
    """A computation of results."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.snapshot = None if (v := data.get("snapshot")) is None else read_snapshot(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .snapshot import Snapshot, read_snapshot
