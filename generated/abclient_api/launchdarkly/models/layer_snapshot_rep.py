from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LayerSnapshotRep(Model):
    """A layer as it was when the iteration started."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "reservation_percent": "reservationPercent",
        "other_reservation_percent": "otherReservationPercent",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Its key."""
    name: str | None = None
    """A name for people."""
    reservation_percent: int | None = None
    """Share of the layer's traffic that is reserved for it, in percent."""
    other_reservation_percent: int | None = None
    """Share of the layer that other experiments have, in percent."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.name = data.get("name")
            self.reservation_percent = data.get("reservationPercent")
            self.other_reservation_percent = data.get("otherReservationPercent")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_layer_snapshot_rep: Callable[[Any], LayerSnapshotRep] = LayerSnapshotRep.from_dict
