from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureFlagStatus(Model):
    """Whether a flag is in use."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "last_requested": "lastRequested",
        "default": "default",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "last_requested": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    name: Literal["new", "inactive", "active", "launched"] | str | None = None
    """The status; inactive if it was not evaluated for seven days, launched if it always gives the same
    variation."""
    last_requested: datetime.datetime | None = None
    """When an SDK evaluated it last."""
    default: Any = None
    """The default value that the code gave last; any JSON."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.last_requested = None if (v := data.get("lastRequested")) is None else to_datetime(v)
            self.default = data.get("default")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_flag_status: Callable[[Any], FeatureFlagStatus] = FeatureFlagStatus.from_dict
