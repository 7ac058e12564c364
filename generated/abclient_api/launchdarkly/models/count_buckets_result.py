from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CountBucketsResult(Model):
    """How many entries there are, by time."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "buckets": "buckets",
        "total_count": "totalCount",
        "bucket_interval_ms": "bucketIntervalMs",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "buckets": "list of read_count_bucket",
    }

    buckets: list[CountBucket] | None = None
    """Counts, oldest first."""
    total_count: int | None = None
    """How many entries there are in all buckets."""
    bucket_interval_ms: int | None = None
    """Length of a bucket in milliseconds."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.buckets = (
                None
                if (v := data.get("buckets")) is None
                else [read_count_bucket(x0) for x0 in items(v) if x0 is not None]
            )
            self.total_count = data.get("totalCount")
            self.bucket_interval_ms = data.get("bucketIntervalMs")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .count_bucket import CountBucket, read_count_bucket
