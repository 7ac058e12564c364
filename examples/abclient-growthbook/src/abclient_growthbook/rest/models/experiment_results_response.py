from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentResultsResponse(Model):
    """Results, as a response has them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiment": "experiment",
        "result": "result",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "experiment": "read_experiment",
        "result": "read_experiment_results",
    }

    experiment: Experiment | None = None
    """An experiment."""
    result: ExperimentResults | None = None
    """Results of a phase of an experiment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiment = None if (v := data.get("experiment")) is None else read_experiment(v)
            self.result = None if (v := data.get("result")) is None else read_experiment_results(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment import Experiment, read_experiment
from .experiment_results import ExperimentResults, read_experiment_results
