from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SearchResult(Model):
    """Something a search found."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "audience_ids": "audience_ids",
        "campaign_type": "campaign_type",
        "created": "created",
        "description": "description",
        "enabled": "enabled",
        "environment_key": "environment_key",
        "experiment_count": "experiment_count",
        "experiment_type": "experiment_type",
        "feature_key": "feature_key",
        "feature_name": "feature_name",
        "flag_key": "flag_key",
        "group_id": "group_id",
        "id": "id",
        "key": "key",
        "last_modified": "last_modified",
        "name": "name",
        "page_id": "page_id",
        "project_id": "project_id",
        "project_name": "project_name",
        "rule_type": "rule_type",
        "ruleset_enabled": "ruleset_enabled",
        "status": "status",
        "type": "type",
        "updated_time": "updated_time",
        "variation_specific": "variation_specific",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "audience_ids": "list of scalar",
    }

    archived: bool | None = None
    """Whether it is archived."""
    audience_ids: list[int] | None = None
    """Audiences it uses."""
    campaign_type: str | None = None
    """Kind of the campaign."""
    created: datetime.datetime | None = None
    """When it was created, UTC."""
    description: str | None = None
    """Its description."""
    enabled: bool | None = None
    """Whether the rule is on."""
    environment_key: str | None = None
    """Environment of the rule."""
    experiment_count: int | None = None
    """Number of experiments that use it."""
    experiment_type: str | None = None
    """Kind of the experiment."""
    feature_key: str | None = None
    """Key of the feature."""
    feature_name: str | None = None
    """Name of the feature."""
    flag_key: str | None = None
    """Flag of the rule."""
    group_id: int | None = None
    """Exclusion group it is in."""
    id: int
    """Identifier. Read-only."""
    key: str | None = None
    """Key."""
    last_modified: datetime.datetime | None = None
    """When it was last changed, UTC."""
    name: str | None = None
    """Name; the key where there is none."""
    page_id: int | None = None
    """Page of the event."""
    project_id: int | None = None
    """Project it belongs to."""
    project_name: str | None = None
    """Name of that project."""
    rule_type: str | None = None
    """Kind of the rule."""
    ruleset_enabled: bool | None = None
    """Whether the rule set is on."""
    status: str | None = None
    """State, where it has one."""
    type: (
        Literal["experiment", "campaign", "feature", "audience", "page", "event", "flag", "rule", "extension"]
        | str
        | None
    ) = None
    """What it is."""
    updated_time: datetime.datetime | None = None
    """When the flag was last changed, UTC."""
    variation_specific: bool | None = None
    """Whether the event counts in some variations only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.audience_ids = None if (v := data.get("audience_ids")) is None else without_nulls(items(v))
            self.campaign_type = data.get("campaign_type")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.enabled = data.get("enabled")
            self.environment_key = data.get("environment_key")
            self.experiment_count = data.get("experiment_count")
            self.experiment_type = data.get("experiment_type")
            self.feature_key = data.get("feature_key")
            self.feature_name = data.get("feature_name")
            self.flag_key = data.get("flag_key")
            self.group_id = data.get("group_id")
            self.id = data["id"]
            self.key = data.get("key")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.page_id = data.get("page_id")
            self.project_id = data.get("project_id")
            self.project_name = data.get("project_name")
            self.rule_type = data.get("rule_type")
            self.ruleset_enabled = data.get("ruleset_enabled")
            self.status = data.get("status")
            self.type = data.get("type")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.variation_specific = data.get("variation_specific")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
