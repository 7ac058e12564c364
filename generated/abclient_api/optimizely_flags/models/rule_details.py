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
class RuleDetails(Model):
    """A rule in short, as flags show it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "audience_ids": "audience_ids",
        "created_by_user_email": "created_by_user_email",
        "created_time": "created_time",
        "days_running": "days_running",
        "distribution_mode": "distribution_mode",
        "enabled": "enabled",
        "fetch_results_ui_url": "fetch_results_ui_url",
        "layer_experiment_id": "layer_experiment_id",
        "primary_metric": "primary_metric",
        "status": "status",
        "traffic_allocation": "traffic_allocation",
        "type": "type",
        "updated_time": "updated_time",
        "variation_names": "variation_names",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "audience_ids": "list of scalar",
        "variation_names": "list of scalar",
    }

    id: int | None = None
    """Number of it, given by the vendor."""
    key: str | None = None
    """Identifier that code and paths use; it cannot be changed later."""
    name: str | None = None
    """Name shown to people."""
    audience_ids: list[int] | None = None
    """Audiences that the rule names."""
    created_by_user_email: str | None = None
    """Address of the user who made it."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    days_running: int | None = None
    """For how many days the rule has been running."""
    distribution_mode: Literal["manual", "stats_accelerator"] | str | None = None
    """How an A/B test splits its traffic; other rules have none."""
    enabled: bool | None = None
    """Whether the rule itself is on: the lower of two switches."""
    fetch_results_ui_url: str | None = None
    """Page of the results in the app; absent before there are any."""
    layer_experiment_id: int | None = None
    """Identifier by which REST API v2 gives the results of the rule, as those of an experiment."""
    primary_metric: str | None = None
    """First metric of the rule."""
    status: str | None = None
    """State of the rule, such as `draft` or `running`."""
    traffic_allocation: int | None = None
    """Share of the audience that the rule takes in."""
    type: str | None = None
    """Kind of the rule."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""
    variation_names: list[str] | None = None
    """Names of the rule's variations."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data.get("key")
            self.name = data.get("name")
            self.audience_ids = None if (v := data.get("audience_ids")) is None else without_nulls(items(v))
            self.created_by_user_email = data.get("created_by_user_email")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.days_running = data.get("days_running")
            self.distribution_mode = data.get("distribution_mode")
            self.enabled = data.get("enabled")
            self.fetch_results_ui_url = data.get("fetch_results_ui_url")
            self.layer_experiment_id = data.get("layer_experiment_id")
            self.primary_metric = data.get("primary_metric")
            self.status = data.get("status")
            self.traffic_allocation = data.get("traffic_allocation")
            self.type = data.get("type")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.variation_names = None if (v := data.get("variation_names")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_details: Callable[[Any], RuleDetails] = RuleDetails.from_dict
