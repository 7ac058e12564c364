from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentAllocationRep(Model):
    """How traffic outside of an experiment is served."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "default_variation": "defaultVariation",
        "can_reshuffle": "canReshuffle",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    default_variation: int | None = None
    """Index of the variation that units outside of the experiment get."""
    can_reshuffle: bool | None = None
    """Whether traffic may be reassigned."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.default_variation = data.get("defaultVariation")
            self.can_reshuffle = data.get("canReshuffle")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_allocation_rep: Callable[[Any], ExperimentAllocationRep] = ExperimentAllocationRep.from_dict
