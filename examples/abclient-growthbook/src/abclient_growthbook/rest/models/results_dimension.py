from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ResultsDimension(Model):
    """By what results are divided."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "id": "id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    type: str | None = None
    """Kind of dimension: none, user, experiment, or another word such as date."""
    id: str | None = None
    """Identifier or name of the dimension."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.type = data.get("type")
            self.id = data.get("id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_results_dimension: Callable[[Any], ResultsDimension] = ResultsDimension.from_dict
