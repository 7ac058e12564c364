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
class HoldoutExperiment(Model):
    """An experiment that a holdout affects."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "deployed_variation_id": "deployed_variation_id",
        "experiment_end_time": "experiment_end_time",
        "experiment_id": "experiment_id",
        "experiment_start_time": "experiment_start_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "experiment_end_time": to_datetime,
        "experiment_start_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    deployed_variation_id: int | None = None
    """Number of the variation that is rolled out since the experiment was concluded."""
    experiment_end_time: datetime.datetime | None = None
    """Until when the experiment counted."""
    experiment_id: int | None = None
    """Identifier of the experiment, the rule's layer_experiment_id."""
    experiment_start_time: datetime.datetime | None = None
    """From when on the experiment counted."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.deployed_variation_id = data.get("deployed_variation_id")
            self.experiment_end_time = None if (v := data.get("experiment_end_time")) is None else to_datetime(v)
            self.experiment_id = data.get("experiment_id")
            self.experiment_start_time = None if (v := data.get("experiment_start_time")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
