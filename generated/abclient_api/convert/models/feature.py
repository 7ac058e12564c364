from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Feature(Model):
    """A feature of full-stack experiences."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "status": "status",
        "key": "key",
        "stats": "stats",
        "description": "description",
        "variables": "variables",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "stats": "read_feature_stats",
        "variables": "list of read_feature_variable",
    }

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    status: Literal["active", "archived"] | str | None = None
    """The status."""
    key: str | None = None
    """A name for use in code, unique in its project."""
    stats: FeatureStats | None = None
    """Figures, when they are included."""
    description: str | None = None
    """A description."""
    variables: list[FeatureVariable] | None = None
    """The variables of the feature."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.status = data.get("status")
            self.key = data.get("key")
            self.stats = None if (v := data.get("stats")) is None else read_feature_stats(v)
            self.description = data.get("description")
            self.variables = (
                None
                if (v := data.get("variables")) is None
                else [read_feature_variable(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature: Callable[[Any], Feature] = Feature.from_dict


from .feature_stats import FeatureStats, read_feature_stats
from .feature_variable import FeatureVariable, read_feature_variable
