from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Report(Model):
    """Report on a rule in an environment: where its results are and which time they cover. The figures
    themselves come from REST API v2.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "archive_url": "archive_url",
        "archived": "archived",
        "created_time": "created_time",
        "delete_url": "delete_url",
        "description": "description",
        "distribution_mode": "distribution_mode",
        "end_time": "end_time",
        "fetch_flag_url": "fetch_flag_url",
        "fetch_results_api_url": "fetch_results_api_url",
        "fetch_results_ui_url": "fetch_results_ui_url",
        "flag_key": "flag_key",
        "flag_name": "flag_name",
        "layer_experiment_id": "layer_experiment_id",
        "primary_metric": "primary_metric",
        "reset_results_url": "reset_results_url",
        "revision": "revision",
        "role": "role",
        "rule_description": "rule_description",
        "rule_key": "rule_key",
        "rule_name": "rule_name",
        "rule_state": "rule_state",
        "start_time": "start_time",
        "type": "type",
        "unarchive_url": "unarchive_url",
        "updated_time": "updated_time",
        "url": "url",
        "urn": "urn",
        "flag_state": "flag_state",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "end_time": to_datetime,
        "start_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """Number of it, given by the vendor."""
    key: str
    """Key of the report: the rule's, followed by a number; the app does not show it."""
    name: str | None = None
    """Name shown to people."""
    archive_url: str | None = None
    """Path that archives it; absent where that is not allowed or makes no sense."""
    archived: bool | None = None
    """Whether the report is archived."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    delete_url: str | None = None
    """Path that deletes it; absent where that is not allowed."""
    description: str | None = None
    """What it is for, in words."""
    distribution_mode: Literal["manual", "stats_accelerator"] | str | None = None
    """How an A/B test splits its traffic; other rules have none."""
    end_time: datetime.datetime | None = None
    """Until when it counts."""
    fetch_flag_url: str | None = None
    """Path of the flag; in a list, a template of it."""
    fetch_results_api_url: str | None = None
    """Address of the results inside the vendor's network. Nothing is to be sent there; results come from REST
    API v2, by layer_experiment_id."""
    fetch_results_ui_url: str | None = None
    """Page of the results in the app; absent before there are any."""
    flag_key: str | None = None
    """Key of the flag."""
    flag_name: str | None = None
    """Name of the flag."""
    layer_experiment_id: int | None = None
    """Identifier by which REST API v2 gives the results of the rule, as those of an experiment."""
    primary_metric: str | None = None
    """First metric of the rule."""
    reset_results_url: str | None = None
    """Path that throws away the results so far."""
    revision: int | None = None
    """Grows by one with each change."""
    role: str | None = None
    """Role that the caller has for it, where roles are granted one by one."""
    rule_description: str | None = None
    """What the rule is for."""
    rule_key: str | None = None
    """Key of the rule."""
    rule_name: str | None = None
    """Name of the rule."""
    rule_state: str | None = None
    """State of the rule, such as `enabled` or `deleted`."""
    start_time: datetime.datetime | None = None
    """From when on it counts."""
    type: Literal["a/b", "multi_armed_bandit"] | str | None = None
    """Kind of the rule."""
    unarchive_url: str | None = None
    """Path that brings it back from the archive; absent where that is not allowed or makes no sense."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""
    url: str | None = None
    """Path of the object itself, below the base address."""
    urn: str | None = None
    """Name of it among all objects of the vendor."""
    flag_state: str | None = None
    """Whether the flag is archived."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data["key"]
            self.name = data.get("name")
            self.archive_url = data.get("archive_url")
            self.archived = data.get("archived")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.delete_url = data.get("delete_url")
            self.description = data.get("description")
            self.distribution_mode = data.get("distribution_mode")
            self.end_time = None if (v := data.get("end_time")) is None else to_datetime(v)
            self.fetch_flag_url = data.get("fetch_flag_url")
            self.fetch_results_api_url = data.get("fetch_results_api_url")
            self.fetch_results_ui_url = data.get("fetch_results_ui_url")
            self.flag_key = data.get("flag_key")
            self.flag_name = data.get("flag_name")
            self.layer_experiment_id = data.get("layer_experiment_id")
            self.primary_metric = data.get("primary_metric")
            self.reset_results_url = data.get("reset_results_url")
            self.revision = data.get("revision")
            self.role = data.get("role")
            self.rule_description = data.get("rule_description")
            self.rule_key = data.get("rule_key")
            self.rule_name = data.get("rule_name")
            self.rule_state = data.get("rule_state")
            self.start_time = None if (v := data.get("start_time")) is None else to_datetime(v)
            self.type = data.get("type")
            self.unarchive_url = data.get("unarchive_url")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.url = data.get("url")
            self.urn = data.get("urn")
            self.flag_state = data.get("flag_state")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report: Callable[[Any], Report] = Report.from_dict
