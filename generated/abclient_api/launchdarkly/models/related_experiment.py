from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RelatedExperiment(Model):
    """The experiment that an entry is about."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Its key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_related_experiment: Callable[[Any], RelatedExperiment] = RelatedExperiment.from_dict
