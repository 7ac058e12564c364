from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Campaign(Model):
    """A personalization campaign: experiences shown to different audiences."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "code_changes": "changes",
        "created": "created",
        "custom_field_values": "custom_field_values",
        "description": "description",
        "earliest": "earliest",
        "experiment_ids": "experiment_ids",
        "experiment_priorities": "experiment_priorities",
        "for_journey": "for_journey",
        "holdback": "holdback",
        "id": "id",
        "journey_id": "journey_id",
        "last_modified": "last_modified",
        "latest": "latest",
        "metrics": "metrics",
        "name": "name",
        "page_ids": "page_ids",
        "project_id": "project_id",
        "status": "status",
        "type": "type",
        "url_targeting": "url_targeting",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "earliest": to_datetime,
        "last_modified": to_datetime,
        "latest": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "code_changes": "list of read_shared_code_change",
        "custom_field_values": "map of any",
        "experiment_ids": "list of scalar",
        "experiment_priorities": "list of list of scalar",
        "metrics": "list of read_metric",
        "page_ids": "list of scalar",
        "url_targeting": "read_url_targeting",
    }

    archived: bool | None = None
    """Whether the campaign is archived. The vendor's default: False."""
    code_changes: list[SharedCodeChange] | None = None
    """CSS and JavaScript shared by all experiences."""
    created: datetime.datetime | None = None
    """When the campaign was created, UTC. Read-only."""
    custom_field_values: dict[str, Any] | None = None
    """Values of custom fields of the project, by the field's `api_name`; what a value may be, the field's type
    says."""
    description: str | None = None
    """Description or goal of the campaign."""
    earliest: datetime.datetime | None = None
    """When the campaign first ran, UTC. Read-only."""
    experiment_ids: list[int] | None = None
    """Experiments of the campaign in older answers; now `experiment_priorities`."""
    experiment_priorities: list[list[int]] | None = None
    """Experiments by priority: a list of groups, the first shown first; those in a group are equal."""
    for_journey: bool | None = None
    """True for a campaign that a journey uses or used. The vendor's default: False."""
    holdback: int | None = None
    """Share of visitors who see no personalization, in basis points (500 = 5 %)."""
    id: int
    """Identifier of the campaign. Read-only."""
    journey_id: str | None = None
    """Journey the campaign belongs to."""
    last_modified: datetime.datetime | None = None
    """When the campaign was last changed, UTC. Read-only."""
    latest: datetime.datetime | None = None
    """When the campaign was last paused, UTC; absent while it runs. Read-only."""
    metrics: list[Metric] | None = None
    """What is measured, the primary metric first."""
    name: str | None = None
    """Name of the campaign."""
    page_ids: list[int] | None = None
    """Pages it runs on; this or `url_targeting`."""
    project_id: int | None = None
    """Project the campaign belongs to."""
    status: Literal["not_started", "running", "paused", "archived"] | str | None = None
    """State of the campaign. Read-only."""
    type: Literal["personalization", "other"] | str | None = None
    """Kind; `other` where the campaign of a standalone experiment is looked up. The vendor's default:
    'personalization'."""
    url_targeting: URLTargeting | None = None
    """The URLs an experiment or campaign runs on, given in place of pages."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.code_changes = (
                None
                if (v := data.get("changes")) is None
                else [read_shared_code_change(x0) for x0 in items(v) if x0 is not None]
            )
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.custom_field_values = None if (v := data.get("custom_field_values")) is None else entries(v)
            self.description = data.get("description")
            self.earliest = None if (v := data.get("earliest")) is None else to_datetime(v)
            self.experiment_ids = None if (v := data.get("experiment_ids")) is None else without_nulls(items(v))
            self.experiment_priorities = (
                None
                if (v := data.get("experiment_priorities")) is None
                else [without_nulls(items(x0)) for x0 in items(v) if x0 is not None]
            )
            self.for_journey = data.get("for_journey")
            self.holdback = data.get("holdback")
            self.id = data["id"]
            self.journey_id = data.get("journey_id")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.latest = None if (v := data.get("latest")) is None else to_datetime(v)
            self.metrics = (
                None if (v := data.get("metrics")) is None else [read_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.name = data.get("name")
            self.page_ids = None if (v := data.get("page_ids")) is None else without_nulls(items(v))
            self.project_id = data.get("project_id")
            self.status = data.get("status")
            self.type = data.get("type")
            self.url_targeting = None if (v := data.get("url_targeting")) is None else read_url_targeting(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .metric import Metric, read_metric
from .shared_code_change import SharedCodeChange, read_shared_code_change
from .url_targeting import URLTargeting, read_url_targeting
