from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LayerReservationRep(Model):
    """An experiment's share of a layer."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiment_key": "experimentKey",
        "flag_key": "flagKey",
        "reservation_percent": "reservationPercent",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    experiment_key: str | None = None
    """Key of the experiment."""
    flag_key: str | None = None
    """Key of the flag."""
    reservation_percent: int | None = None
    """Share of the layer's traffic that is reserved for it, in percent."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiment_key = data.get("experimentKey")
            self.flag_key = data.get("flagKey")
            self.reservation_percent = data.get("reservationPercent")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_layer_reservation_rep: Callable[[Any], LayerReservationRep] = LayerReservationRep.from_dict
