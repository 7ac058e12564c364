from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricEventDefaultRep(Model):
    """What units without an event count as."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "disabled": "disabled",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    disabled: bool | None = None
    """Whether units without an event stay out of the figures."""
    value: float | None = None
    """The value; only 0 is possible."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.disabled = data.get("disabled")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_event_default_rep: Callable[[Any], MetricEventDefaultRep] = MetricEventDefaultRep.from_dict
