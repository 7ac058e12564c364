from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EnvironmentReleasesModification(Model):
    """When something was changed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "date": "date",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    date: datetime.datetime | None = None
    """When it was."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.date = None if (v := data.get("date")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment_releases_modification: Callable[[Any], EnvironmentReleasesModification] = (
    EnvironmentReleasesModification.from_dict
)
