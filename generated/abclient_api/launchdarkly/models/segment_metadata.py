from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SegmentMetadata(Model):
    """Figures of a big segment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "env_id": "envId",
        "segment_id": "segmentId",
        "version": "version",
        "included_count": "includedCount",
        "excluded_count": "excludedCount",
        "last_modified": "lastModified",
        "deleted": "deleted",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_modified": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_modified": to_epoch_milliseconds,
    }

    env_id: str | None = None
    """Id of the environment."""
    segment_id: str | None = None
    """Id of the segment."""
    version: int | None = None
    """Number of its version."""
    included_count: int | None = None
    """How many targets are included."""
    excluded_count: int | None = None
    """How many targets are excluded."""
    last_modified: datetime.datetime | None = None
    """When it was changed last."""
    deleted: bool | None = None
    """Whether it is deleted."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.env_id = data.get("envId")
            self.segment_id = data.get("segmentId")
            self.version = data.get("version")
            self.included_count = data.get("includedCount")
            self.excluded_count = data.get("excludedCount")
            self.last_modified = None if (v := data.get("lastModified")) is None else from_epoch_milliseconds(v)
            self.deleted = data.get("deleted")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_segment_metadata: Callable[[Any], SegmentMetadata] = SegmentMetadata.from_dict
