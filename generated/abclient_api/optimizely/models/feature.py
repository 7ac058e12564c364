from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Feature(Model):
    """A feature of the product that can be rolled out and tested. Not for flags-first projects."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "created": "created",
        "description": "description",
        "environments": "environments",
        "id": "id",
        "key": "key",
        "last_modified": "last_modified",
        "name": "name",
        "project_id": "project_id",
        "variables": "variables",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environments": "map of read_feature_environment",
        "variables": "list of read_feature_variable",
    }

    archived: bool | None = None
    """Whether the feature is archived. The vendor's default: False."""
    created: datetime.datetime | None = None
    """When the feature was created, UTC. Read-only."""
    description: str | None = None
    """What the feature is."""
    environments: dict[str, FeatureEnvironment] | None = None
    """Rollout by environment; the keys are the environments' keys."""
    id: int
    """Identifier of the feature. Read-only."""
    key: str | None = None
    """Unique key within the project."""
    last_modified: datetime.datetime | None = None
    """When the feature was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the feature."""
    project_id: int | None = None
    """Project the feature belongs to."""
    variables: list[FeatureVariable] | None = None
    """Variables the feature is configured by."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_feature_environment(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.id = data["id"]
            self.key = data.get("key")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.project_id = data.get("project_id")
            self.variables = (
                None
                if (v := data.get("variables")) is None
                else [read_feature_variable(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .feature_environment import FeatureEnvironment, read_feature_environment
from .feature_variable import FeatureVariable, read_feature_variable
