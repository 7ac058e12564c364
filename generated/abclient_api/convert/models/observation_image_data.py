from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ObservationImageData(Model):
    """An image of an observation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "url": "url",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    url: str | None = None
    """Where the image can be loaded from."""
    name: str | None = None
    """The name of the image."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.url = data.get("url")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_observation_image_data: Callable[[Any], ObservationImageData] = ObservationImageData.from_dict
