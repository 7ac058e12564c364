from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentResponse(Model):
    """An experiment, as a response has it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiment": "experiment",
        "message": "message",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "experiment": "read_experiment",
    }

    experiment: Experiment | None = None
    """An experiment."""
    message: str | None = None
    """Says that a start was scheduled, if it was."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiment = None if (v := data.get("experiment")) is None else read_experiment(v)
            self.message = data.get("message")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment import Experiment, read_experiment
