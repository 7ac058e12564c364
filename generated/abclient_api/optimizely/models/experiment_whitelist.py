from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentWhitelist(Model):
    """A visitor who always sees one variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "variation_id": "variation_id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    user_id: str | None = None
    """The visitor's identifier."""
    variation_id: int | None = None
    """The variation shown."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.user_id = data.get("user_id")
            self.variation_id = data.get("variation_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_whitelist: Callable[[Any], ExperimentWhitelist] = ExperimentWhitelist.from_dict
