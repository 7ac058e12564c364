from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportExport(Model):
    """Where a report can be loaded from."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "download_url": "download_url",
        "expire_at": "expire_at",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "expire_at": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "expire_at": to_epoch_seconds,
    }

    download_url: str | None = None
    """Where the file can be loaded from, without credentials."""
    expire_at: datetime.datetime | None = None
    """Until when the file can be loaded."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.download_url = data.get("download_url")
            self.expire_at = None if (v := data.get("expire_at")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report_export: Callable[[Any], ReportExport] = ReportExport.from_dict
