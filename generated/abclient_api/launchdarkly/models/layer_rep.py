from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LayerRep(Model):
    """A layer: experiments in it share traffic without overlap."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
        "created_at": "createdAt",
        "randomization_unit": "randomizationUnit",
        "environments": "environments",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environments": "map of read_layer_configuration_rep",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_milliseconds,
    }

    key: str
    """Its key."""
    name: str | None = None
    """A name for people."""
    description: str | None = None
    """What it is about."""
    created_at: datetime.datetime | None = None
    """When it was created."""
    randomization_unit: str | None = None
    """The unit by which traffic is split."""
    environments: dict[str, LayerConfigurationRep] | None = None
    """Reservations by environment key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.name = data.get("name")
            self.description = data.get("description")
            self.created_at = None if (v := data.get("createdAt")) is None else from_epoch_milliseconds(v)
            self.randomization_unit = data.get("randomizationUnit")
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_layer_configuration_rep(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_layer_rep: Callable[[Any], LayerRep] = LayerRep.from_dict


from .layer_configuration_rep import LayerConfigurationRep, read_layer_configuration_rep
