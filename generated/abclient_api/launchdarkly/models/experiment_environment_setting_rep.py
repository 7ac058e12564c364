from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentEnvironmentSettingRep(Model):
    """When an experiment of the old kind ran in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_date": "startDate",
        "stop_date": "stopDate",
        "enabled_periods": "enabledPeriods",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_date": from_epoch_milliseconds,
        "stop_date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "enabled_periods": "list of read_experiment_enabled_period_rep",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_date": to_epoch_milliseconds,
        "stop_date": to_epoch_milliseconds,
    }

    start_date: datetime.datetime | None = None
    """When it started."""
    stop_date: datetime.datetime | None = None
    """When it stopped."""
    enabled_periods: list[ExperimentEnabledPeriodRep] | None = None
    """When it was on."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.start_date = None if (v := data.get("startDate")) is None else from_epoch_milliseconds(v)
            self.stop_date = None if (v := data.get("stopDate")) is None else from_epoch_milliseconds(v)
            self.enabled_periods = (
                None
                if (v := data.get("enabledPeriods")) is None
                else [read_experiment_enabled_period_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_environment_setting_rep: Callable[[Any], ExperimentEnvironmentSettingRep] = (
    ExperimentEnvironmentSettingRep.from_dict
)


from .experiment_enabled_period_rep import ExperimentEnabledPeriodRep, read_experiment_enabled_period_rep
