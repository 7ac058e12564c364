from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentEnvironment(Model):
    """The state of an experiment in one environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "status": "status",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    status: Literal["running", "paused", "not_started", "archived"] | str | None = None
    """State there."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_environment: Callable[[Any], ExperimentEnvironment] = ExperimentEnvironment.from_dict
