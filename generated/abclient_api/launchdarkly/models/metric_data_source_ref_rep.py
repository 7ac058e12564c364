from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricDataSourceRefRep(Model):
    """Where events come from."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "environment_key": "environmentKey",
        "name": "_name",
        "integration_key": "_integrationKey",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Its key."""
    environment_key: str | None = None
    """Key of the environment."""
    name: str | None = None
    """Its name for people."""
    integration_key: str | None = None
    """Key of the integration that it comes from."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.environment_key = data.get("environmentKey")
            self.name = data.get("_name")
            self.integration_key = data.get("_integrationKey")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_data_source_ref_rep: Callable[[Any], MetricDataSourceRefRep] = MetricDataSourceRefRep.from_dict
