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
class ExperienceReportToken(Model):
    """A token that lets anybody read the reports of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "token": "token",
        "expiration": "expiration",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "expiration": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "expiration": to_epoch_seconds,
    }

    SECRET: ClassVar[tuple[str, ...]] = ("token",)

    id: int | None = None
    """The id."""
    token: str | None = None
    """The token."""
    expiration: datetime.datetime | None = None
    """Until when it is valid."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.token = data.get("token")
            self.expiration = None if (v := data.get("expiration")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
