from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LayerConfigurationRep(Model):
    """The reservations of a layer in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "reservations": "reservations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "reservations": "list of read_layer_reservation_rep",
    }

    reservations: list[LayerReservationRep] | None = None
    """Which experiment has which share of the layer."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.reservations = (
                None
                if (v := data.get("reservations")) is None
                else [read_layer_reservation_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_layer_configuration_rep: Callable[[Any], LayerConfigurationRep] = LayerConfigurationRep.from_dict


from .layer_reservation_rep import LayerReservationRep, read_layer_reservation_rep
