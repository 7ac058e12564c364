from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TrafficShare(Model):
    """The share of a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variationId",
        "weight": "weight",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    variation_id: str | None = None
    """Identifier of the variation."""
    weight: float | None = None
    """Its share, from 0 to 1."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation_id = data.get("variationId")
            self.weight = data.get("weight")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_traffic_share: Callable[[Any], TrafficShare] = TrafficShare.from_dict
