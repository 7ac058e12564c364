from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from abclient_api._models import Model, entries, items, new, salvaged, without_nulls
from abclient_api._wire import (
    to_datetime,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Feature(Model):
    """A feature flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "date_created": "dateCreated",
        "date_updated": "dateUpdated",
        "archived": "archived",
        "description": "description",
        "owner": "owner",
        "project": "project",
        "value_type": "valueType",
        "default_value": "defaultValue",
        "tags": "tags",
        "rules": "rules",
        "environments": "environments",
        "prerequisites": "prerequisites",
        "revision": "revision",
        "custom_fields": "customFields",
        "holdout": "holdout",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_created": to_datetime,
        "date_updated": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "tags": "list of scalar",
        "rules": "list of map of any",
        "environments": "map of read_feature_environment",
        "prerequisites": "list of scalar",
        "revision": "read_feature_revision",
        "custom_fields": "map of any",
        "holdout": "map of any",
    }

    id: str
    """Key by which code asks for it."""
    date_created: datetime.datetime | None = None
    """When it was made."""
    date_updated: datetime.datetime | None = None
    """When it was last changed."""
    archived: bool | None = None
    """Whether it is archived."""
    description: str | None = None
    """What it is for, in Markdown."""
    owner: str | None = None
    """Identifier or email address of its owner."""
    project: str | None = None
    """Identifier of its project; empty for none."""
    value_type: Literal["boolean", "string", "number", "json"] | str | None = None
    """Type of its value."""
    default_value: str | None = None
    """Value where no rule applies, as text."""
    tags: list[str] | None = None
    """Its tags."""
    rules: list[dict[str, Any]] | None = None
    """Its rules, in order: each an object with a `type` (force, rollout, experiment, experiment-ref or
    safe-rollout), what belongs to that type, and `allEnvironments` or `environments`."""
    environments: dict[str, FeatureEnvironment] | None = None
    """Its state by environment."""
    prerequisites: list[str] | None = None
    """Keys of features that must be true for it."""
    revision: FeatureRevision | None = None
    """The live revision of a feature."""
    custom_fields: dict[str, Any] | None = None
    """Values of the organization's own fields."""
    holdout: dict[str, Any] | None = None
    """Holdout that it belongs to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.date_created = None if (v := data.get("dateCreated")) is None else to_datetime(v)
            self.date_updated = None if (v := data.get("dateUpdated")) is None else to_datetime(v)
            self.archived = data.get("archived")
            self.description = data.get("description")
            self.owner = data.get("owner")
            self.project = data.get("project")
            self.value_type = data.get("valueType")
            self.default_value = data.get("defaultValue")
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.rules = (
                None if (v := data.get("rules")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_feature_environment(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.prerequisites = None if (v := data.get("prerequisites")) is None else without_nulls(items(v))
            self.revision = None if (v := data.get("revision")) is None else read_feature_revision(v)
            self.custom_fields = None if (v := data.get("customFields")) is None else entries(v)
            self.holdout = None if (v := data.get("holdout")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature: Callable[[Any], Feature] = Feature.from_dict


from .feature_environment import FeatureEnvironment, read_feature_environment
from .feature_revision import FeatureRevision, read_feature_revision
