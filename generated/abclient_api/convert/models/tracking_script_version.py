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
class TrackingScriptVersion(Model):
    """A version of the script."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "version": "version",
        "changelog": "changelog",
        "released_date": "released_date",
        "apply_date": "apply_date",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "released_date": from_epoch_seconds,
        "apply_date": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "released_date": to_epoch_seconds,
        "apply_date": to_epoch_seconds,
    }

    version: str | None = None
    """The version."""
    changelog: str | None = None
    """What is new in it."""
    released_date: datetime.datetime | None = None
    """When it came out."""
    apply_date: datetime.datetime | None = None
    """When it was or will be applied."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.version = data.get("version")
            self.changelog = data.get("changelog")
            self.released_date = None if (v := data.get("released_date")) is None else from_epoch_seconds(v)
            self.apply_date = None if (v := data.get("apply_date")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_tracking_script_version: Callable[[Any], TrackingScriptVersion] = TrackingScriptVersion.from_dict
