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
class ExperimentEnabledPeriodRep(Model):
    """A time in which an experiment of the old kind was on."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_date": "startDate",
        "stop_date": "stopDate",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_date": from_epoch_milliseconds,
        "stop_date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_date": to_epoch_milliseconds,
        "stop_date": to_epoch_milliseconds,
    }

    start_date: datetime.datetime | None = None
    """When it started."""
    stop_date: datetime.datetime | None = None
    """When it stopped."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.start_date = None if (v := data.get("startDate")) is None else from_epoch_milliseconds(v)
            self.stop_date = None if (v := data.get("stopDate")) is None else from_epoch_milliseconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_enabled_period_rep: Callable[[Any], ExperimentEnabledPeriodRep] = ExperimentEnabledPeriodRep.from_dict
