from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariationOrRolloutRep(Model):
    """A variation, or shares of traffic for several."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation": "variation",
        "rollout": "rollout",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "rollout": "read_rollout",
    }

    variation: int | None = None
    """Index of the variation."""
    rollout: Rollout | None = None
    """Shares of traffic for several variations."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation = data.get("variation")
            self.rollout = None if (v := data.get("rollout")) is None else read_rollout(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation_or_rollout_rep: Callable[[Any], VariationOrRolloutRep] = VariationOrRolloutRep.from_dict


from .rollout import Rollout, read_rollout
