from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SearchResult(Model):
    """Something a search found.

    Attributes:
        archived: Whether it is archived.
        audience_ids: Audiences it uses.
        campaign_type: Kind of the campaign.
        created: When it was created, UTC.
        description: Its description.
        enabled: Whether the rule is on.
        environment_key: Environment of the rule.
        experiment_count: Number of experiments that use it.
        experiment_type: Kind of the experiment.
        feature_key: Key of the feature.
        feature_name: Name of the feature.
        flag_key: Flag of the rule.
        group_id: Exclusion group it is in.
        id: Identifier. Read-only.
        key: Key.
        last_modified: When it was last changed, UTC.
        name: Name; the key where there is none.
        project_id: Project it belongs to.
        project_name: Name of that project.
        rule_type: Kind of the rule.
        ruleset_enabled: Whether the rule set is on.
        status: State, where it has one.
        type: What it is.
    """

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
        "project_id": "project_id",
        "project_name": "project_name",
        "rule_type": "rule_type",
        "ruleset_enabled": "ruleset_enabled",
        "status": "status",
        "type": "type",
    }

    archived: bool | None = None
    audience_ids: list[int] | None = None
    campaign_type: str | None = None
    created: datetime.datetime | None = None
    description: str | None = None
    enabled: bool | None = None
    environment_key: str | None = None
    experiment_count: int | None = None
    experiment_type: str | None = None
    feature_key: str | None = None
    feature_name: str | None = None
    flag_key: str | None = None
    group_id: int | None = None
    id: int
    key: str | None = None
    last_modified: datetime.datetime | None = None
    name: str | None = None
    project_id: int | None = None
    project_name: str | None = None
    rule_type: str | None = None
    ruleset_enabled: bool | None = None
    status: str | None = None
    type: Literal["experiment", "campaign", "feature", "audience", "page", "event", "flag", "rule"] | str | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.archived = get("archived")
            self.audience_ids = (
                None if (v := get("audience_ids")) is None else [x0 for x0 in items(v) if x0 is not None]
            )
            self.campaign_type = get("campaign_type")
            self.created = None if (v := get("created")) is None else to_datetime(v)
            self.description = get("description")
            self.enabled = get("enabled")
            self.environment_key = get("environment_key")
            self.experiment_count = get("experiment_count")
            self.experiment_type = get("experiment_type")
            self.feature_key = get("feature_key")
            self.feature_name = get("feature_name")
            self.flag_key = get("flag_key")
            self.group_id = get("group_id")
            self.id = data["id"]
            self.key = get("key")
            self.last_modified = None if (v := get("last_modified")) is None else to_datetime(v)
            self.name = get("name")
            self.project_id = get("project_id")
            self.project_name = get("project_name")
            self.rule_type = get("rule_type")
            self.ruleset_enabled = get("ruleset_enabled")
            self.status = get("status")
            self.type = get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
