from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged, without_nulls
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Variation(Model):
    """A variation of an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variationId",
        "key": "key",
        "name": "name",
        "description": "description",
        "screenshots": "screenshots",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "screenshots": "list of scalar",
    }

    variation_id: str | None = None
    """Identifier."""
    key: str | None = None
    """Key by which exposures are recorded."""
    name: str | None = None
    """Name."""
    description: str | None = None
    """What it is."""
    screenshots: list[str] | None = None
    """Addresses of pictures."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation_id = data.get("variationId")
            self.key = data.get("key")
            self.name = data.get("name")
            self.description = data.get("description")
            self.screenshots = None if (v := data.get("screenshots")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation: Callable[[Any], Variation] = Variation.from_dict
