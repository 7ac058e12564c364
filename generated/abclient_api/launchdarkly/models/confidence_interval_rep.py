from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ConfidenceIntervalRep(Model):
    """A confidence interval."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "upper": "upper",
        "lower": "lower",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    upper: float | None = None
    """Upper bound."""
    lower: float | None = None
    """Lower bound."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.upper = data.get("upper")
            self.lower = data.get("lower")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_confidence_interval_rep: Callable[[Any], ConfidenceIntervalRep] = ConfidenceIntervalRep.from_dict
