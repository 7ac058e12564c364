from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RelatedExperimentRep(Model):
    """An experiment of a holdout."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "environment": "environment",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Its key."""
    name: str | None = None
    """A name for people."""
    environment: str | None = None
    """Key of the environment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.name = data.get("name")
            self.environment = data.get("environment")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_related_experiment_rep: Callable[[Any], RelatedExperimentRep] = RelatedExperimentRep.from_dict
