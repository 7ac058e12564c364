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
class Holdout(Model):
    """Visitors who get none of a project's experiments, to measure what all of them bring."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "archived": "archived",
        "audience_conditions": "audience_conditions",
        "audience_ids": "audience_ids",
        "created_by_user_email": "created_by_user_email",
        "created_time": "created_time",
        "description": "description",
        "end_time": "end_time",
        "environment_key": "environment_key",
        "holdout_results_api_token": "holdout_results_api_token",
        "metrics": "metrics",
        "project_id": "project_id",
        "revision": "revision",
        "scope": "scope",
        "scope_type": "scope_type",
        "start_time": "start_time",
        "status": "status",
        "traffic_allocation": "traffic_allocation",
        "updated_time": "updated_time",
        "urn": "urn",
        "url": "url",
        "update_url": "update_url",
        "delete_url": "delete_url",
        "archive_url": "archive_url",
        "unarchive_url": "unarchive_url",
        "rules": "rules",
        "exclude_targeted_deliveries": "exclude_targeted_deliveries",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "end_time": to_datetime,
        "start_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "audience_ids": "list of scalar",
        "metrics": "list of read_metric",
        "rules": "map of read_group_rule",
    }

    SECRET: ClassVar[tuple[str, ...]] = ("holdout_results_api_token",)

    id: int
    """Number of it, given by the vendor."""
    key: str | None = None
    """Key of the holdout, of letters, digits, `_` and `-`, at most 64."""
    name: str | None = None
    """Name shown to people."""
    archived: bool | None = None
    """Whether it is archived, which only a concluded one can be."""
    audience_conditions: Any = None
    """Nested list whose first word is `and`, `or` or `not`, around objects with an `audience_id`; or the same as
    JSON in a text. An empty list is everyone."""
    audience_ids: list[int] | None = None
    """Audiences; audience_conditions say more."""
    created_by_user_email: str | None = None
    """Address of the user who made it."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    description: str | None = None
    """What it is for, in words."""
    end_time: datetime.datetime | None = None
    """When it was concluded."""
    environment_key: str | None = None
    """Key of the environment."""
    holdout_results_api_token: str | None = None
    """Secret for the vendor's own results page, made anew by each answer."""
    metrics: list[Metric] | None = None
    """What is measured; the first metric is the primary one."""
    project_id: int | None = None
    """Project that it belongs to."""
    revision: int | None = None
    """Grows by one with each change."""
    scope: Literal["global", "local"] | str | None = None
    """Whether it holds visitors back from everything in the project or from some rules."""
    scope_type: Literal["exclude", "include"] | str | None = None
    """Whether the rules named are the ones left out or the ones taken in."""
    start_time: datetime.datetime | None = None
    """When it began."""
    status: Literal["draft", "running", "concluded"] | str | None = None
    """State; it goes from draft to running to concluded."""
    traffic_allocation: int | None = None
    """Share in basis points, from 0 to 10000."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""
    urn: str | None = None
    """Name of it among all objects of the vendor."""
    url: str | None = None
    """Path of the object itself, below the base address."""
    update_url: str | None = None
    """Path that changes it; absent where that is not allowed."""
    delete_url: str | None = None
    """Path that deletes it; absent where that is not allowed."""
    archive_url: str | None = None
    """Path that archives it; absent where that is not allowed or makes no sense."""
    unarchive_url: str | None = None
    """Path that brings it back from the archive; absent where that is not allowed or makes no sense."""
    rules: dict[str, GroupRule] | None = None
    """Rules of a holdout that does not cover everything, by the rule's number as text."""
    exclude_targeted_deliveries: bool | None = None
    """Whether targeted deliveries ignore the holdout."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.key = data.get("key")
            self.name = data.get("name")
            self.archived = data.get("archived")
            self.audience_conditions = data.get("audience_conditions")
            self.audience_ids = None if (v := data.get("audience_ids")) is None else without_nulls(items(v))
            self.created_by_user_email = data.get("created_by_user_email")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.description = data.get("description")
            self.end_time = None if (v := data.get("end_time")) is None else to_datetime(v)
            self.environment_key = data.get("environment_key")
            self.holdout_results_api_token = data.get("holdout_results_api_token")
            self.metrics = (
                None if (v := data.get("metrics")) is None else [read_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.project_id = data.get("project_id")
            self.revision = data.get("revision")
            self.scope = data.get("scope")
            self.scope_type = data.get("scope_type")
            self.start_time = None if (v := data.get("start_time")) is None else to_datetime(v)
            self.status = data.get("status")
            self.traffic_allocation = data.get("traffic_allocation")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.urn = data.get("urn")
            self.url = data.get("url")
            self.update_url = data.get("update_url")
            self.delete_url = data.get("delete_url")
            self.archive_url = data.get("archive_url")
            self.unarchive_url = data.get("unarchive_url")
            self.rules = (
                None
                if (v := data.get("rules")) is None
                else {k0: read_group_rule(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.exclude_targeted_deliveries = data.get("exclude_targeted_deliveries")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_holdout: Callable[[Any], Holdout] = Holdout.from_dict


from .group_rule import GroupRule, read_group_rule
from .metric import Metric, read_metric
