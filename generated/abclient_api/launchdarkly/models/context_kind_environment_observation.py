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
class ContextKindEnvironmentObservation(Model):
    """When a kind of context was seen in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "environment_key": "environmentKey",
        "last_seen": "lastSeen",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_seen": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_seen": to_epoch_milliseconds,
    }

    environment_key: str | None = None
    """Key of the environment."""
    last_seen: datetime.datetime | None = None
    """When it was seen last."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.environment_key = data.get("environmentKey")
            self.last_seen = None if (v := data.get("lastSeen")) is None else from_epoch_milliseconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_kind_environment_observation: Callable[[Any], ContextKindEnvironmentObservation] = (
    ContextKindEnvironmentObservation.from_dict
)
