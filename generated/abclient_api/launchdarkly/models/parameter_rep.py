from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ParameterRep(Model):
    """The variation of a flag that a treatment serves."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variationId",
        "flag_key": "flagKey",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    variation_id: str | None = None
    """The variation's id."""
    flag_key: str | None = None
    """The flag's key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation_id = data.get("variationId")
            self.flag_key = data.get("flagKey")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_parameter_rep: Callable[[Any], ParameterRep] = ParameterRep.from_dict
