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
class ExperimentResultsReport(Model):
    """The outcome of an experiment, in a word."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "end_time": "end_time",
        "experiment_id": "experiment_id",
        "inferred_outcome": "inferred_outcome",
        "start_time": "start_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "end_time": to_datetime,
        "start_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    end_time: datetime.datetime | None = None
    """End of the interval (excluded), UTC. Read-only."""
    experiment_id: int | None = None
    """The experiment."""
    inferred_outcome: Literal["win", "loss", "inconclusive"] | str | None = None
    """The outcome, whether or not significance was reached. Read-only."""
    start_time: datetime.datetime | None = None
    """Start of the interval (included), UTC."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.end_time = None if (v := data.get("end_time")) is None else to_datetime(v)
            self.experiment_id = data.get("experiment_id")
            self.inferred_outcome = data.get("inferred_outcome")
            self.start_time = None if (v := data.get("start_time")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
