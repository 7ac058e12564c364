from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, entries, items, new, salvaged, without_nulls
from abclient_api._wire import (
    to_datetime,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DataSource(Model):
    """Where the data of experiments are."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "date_created": "dateCreated",
        "date_updated": "dateUpdated",
        "type": "type",
        "name": "name",
        "description": "description",
        "project_ids": "projectIds",
        "event_tracker": "eventTracker",
        "identifier_types": "identifierTypes",
        "assignment_queries": "assignmentQueries",
        "identifier_join_queries": "identifierJoinQueries",
        "mixpanel_settings": "mixpanelSettings",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_created": to_datetime,
        "date_updated": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "project_ids": "list of scalar",
        "identifier_types": "list of map of any",
        "assignment_queries": "list of read_assignment_query",
        "identifier_join_queries": "list of map of any",
        "mixpanel_settings": "map of any",
    }

    id: str
    """Identifier."""
    date_created: datetime.datetime | None = None
    """When it was made."""
    date_updated: datetime.datetime | None = None
    """When it was last changed."""
    type: str | None = None
    """Which product it is."""
    name: str | None = None
    """Name."""
    description: str | None = None
    """What it is about, in Markdown."""
    project_ids: list[str] | None = None
    """Identifiers of the projects that it is for."""
    event_tracker: str | None = None
    """What records its events."""
    identifier_types: list[dict[str, Any]] | None = None
    """By what units are identified."""
    assignment_queries: list[AssignmentQuery] | None = None
    """Queries for exposures."""
    identifier_join_queries: list[dict[str, Any]] | None = None
    """Queries that join identifiers."""
    mixpanel_settings: dict[str, Any] | None = None
    """Settings of Mixpanel, if it is that."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.date_created = None if (v := data.get("dateCreated")) is None else to_datetime(v)
            self.date_updated = None if (v := data.get("dateUpdated")) is None else to_datetime(v)
            self.type = data.get("type")
            self.name = data.get("name")
            self.description = data.get("description")
            self.project_ids = None if (v := data.get("projectIds")) is None else without_nulls(items(v))
            self.event_tracker = data.get("eventTracker")
            self.identifier_types = (
                None
                if (v := data.get("identifierTypes")) is None
                else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.assignment_queries = (
                None
                if (v := data.get("assignmentQueries")) is None
                else [read_assignment_query(x0) for x0 in items(v) if x0 is not None]
            )
            self.identifier_join_queries = (
                None
                if (v := data.get("identifierJoinQueries")) is None
                else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.mixpanel_settings = None if (v := data.get("mixpanelSettings")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_data_source: Callable[[Any], DataSource] = DataSource.from_dict


from .assignment_query import AssignmentQuery, read_assignment_query
