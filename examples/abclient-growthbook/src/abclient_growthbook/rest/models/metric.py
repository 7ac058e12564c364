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
class Metric(Model):
    """A metric that is defined by a query of its own."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "managed_by": "managedBy",
        "date_created": "dateCreated",
        "date_updated": "dateUpdated",
        "owner": "owner",
        "owner_email": "ownerEmail",
        "datasource_id": "datasourceId",
        "name": "name",
        "description": "description",
        "type": "type",
        "tags": "tags",
        "projects": "projects",
        "archived": "archived",
        "behavior": "behavior",
        "sql": "sql",
        "sql_builder": "sqlBuilder",
        "mixpanel": "mixpanel",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_created": to_datetime,
        "date_updated": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "tags": "list of scalar",
        "projects": "list of scalar",
        "behavior": "read_metric_behavior",
        "sql": "map of any",
        "sql_builder": "map of any",
        "mixpanel": "map of any",
    }

    id: str
    """Identifier."""
    managed_by: str | None = None
    """Where it can be changed only; empty for anywhere."""
    date_created: datetime.datetime | None = None
    """When it was made."""
    date_updated: datetime.datetime | None = None
    """When it was last changed."""
    owner: str | None = None
    """Identifier of its owner."""
    owner_email: str | None = None
    """Email address of its owner."""
    datasource_id: str | None = None
    """Identifier of its data source."""
    name: str | None = None
    """Name."""
    description: str | None = None
    """What it is about, in Markdown."""
    type: Literal["binomial", "count", "duration", "revenue"] | str | None = None
    """What is measured."""
    tags: list[str] | None = None
    """Its tags."""
    projects: list[str] | None = None
    """Identifiers of the projects that it is for."""
    archived: bool | None = None
    """Whether it is archived."""
    behavior: MetricBehavior | None = None
    """How a metric is analysed."""
    sql: dict[str, Any] | None = None
    """Its query."""
    sql_builder: dict[str, Any] | None = None
    """What its query is made of."""
    mixpanel: dict[str, Any] | None = None
    """Its definition for Mixpanel."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.managed_by = data.get("managedBy")
            self.date_created = None if (v := data.get("dateCreated")) is None else to_datetime(v)
            self.date_updated = None if (v := data.get("dateUpdated")) is None else to_datetime(v)
            self.owner = data.get("owner")
            self.owner_email = data.get("ownerEmail")
            self.datasource_id = data.get("datasourceId")
            self.name = data.get("name")
            self.description = data.get("description")
            self.type = data.get("type")
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.projects = None if (v := data.get("projects")) is None else without_nulls(items(v))
            self.archived = data.get("archived")
            self.behavior = None if (v := data.get("behavior")) is None else read_metric_behavior(v)
            self.sql = None if (v := data.get("sql")) is None else entries(v)
            self.sql_builder = None if (v := data.get("sqlBuilder")) is None else entries(v)
            self.mixpanel = None if (v := data.get("mixpanel")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric: Callable[[Any], Metric] = Metric.from_dict


from .metric_behavior import MetricBehavior, read_metric_behavior
