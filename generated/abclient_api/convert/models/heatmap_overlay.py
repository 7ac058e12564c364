from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_base64,
    to_base64,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class HeatmapOverlay(Model):
    """The picture of a heatmap."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "heatmap_id": "heatmap_id",
        "device": "device",
        "interaction": "interaction",
        "overlay": "overlay",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "overlay": from_base64,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "overlay": to_base64,
    }

    heatmap_id: str | None = None
    """The id of the heatmap."""
    device: Literal["desktop", "tablet", "mobile"] | str | None = None
    """The device."""
    interaction: Literal["click", "scroll", "move"] | str | None = None
    """What visitors did."""
    overlay: bytes | None = None
    """The picture of what visitors did."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.heatmap_id = data.get("heatmap_id")
            self.device = data.get("device")
            self.interaction = data.get("interaction")
            self.overlay = None if (v := data.get("overlay")) is None else from_base64(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_heatmap_overlay: Callable[[Any], HeatmapOverlay] = HeatmapOverlay.from_dict
