from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricInGroupRep(Model):
    """A metric of a group of metrics."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "kind": "kind",
    }

    key: str
    """The metric's key."""
    name: str | None = None
    """A name for people."""
    kind: Literal["pageview", "click", "custom"] | str | None = None
    """What kind of event it measures."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.name = data.get("name")
            self.kind = data.get("kind")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_in_group_rep: Callable[[Any], MetricInGroupRep] = MetricInGroupRep.from_dict
