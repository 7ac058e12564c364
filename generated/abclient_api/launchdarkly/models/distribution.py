from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Distribution(Model):
    """A distribution."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "parameters": "parameters",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "parameters": "map of scalar",
    }

    kind: Literal["normal", "beta"] | str | None = None
    """Its family."""
    parameters: dict[str, float] | None = None
    """Its parameters, by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.kind = data.get("kind")
            self.parameters = None if (v := data.get("parameters")) is None else without_nulls(entries(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_distribution: Callable[[Any], Distribution] = Distribution.from_dict
