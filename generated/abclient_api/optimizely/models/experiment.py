from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    from_json_string,
    to_datetime,
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Experiment(Model):
    """A test with variations, or an experience of a personalization campaign."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allocation_policy": "allocation_policy",
        "audience_conditions": "audience_conditions",
        "audience_ids": "audience_ids",
        "campaign_id": "campaign_id",
        "code_changes": "changes",
        "created": "created",
        "custom_field_values": "custom_field_values",
        "description": "description",
        "earliest": "earliest",
        "environments": "environments",
        "feature_id": "feature_id",
        "feature_key": "feature_key",
        "feature_name": "feature_name",
        "holdback": "holdback",
        "id": "id",
        "is_classic": "is_classic",
        "key": "key",
        "last_modified": "last_modified",
        "latest": "latest",
        "metrics": "metrics",
        "multivariate_traffic_policy": "multivariate_traffic_policy",
        "name": "name",
        "page_ids": "page_ids",
        "project_id": "project_id",
        "results_token": "results_token",
        "schedule": "schedule",
        "status": "status",
        "traffic_allocation": "traffic_allocation",
        "type": "type",
        "url_targeting": "url_targeting",
        "variations": "variations",
        "whitelist": "whitelist",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "audience_conditions": from_json_string,
        "created": to_datetime,
        "earliest": to_datetime,
        "last_modified": to_datetime,
        "latest": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "audience_ids": "list of scalar",
        "code_changes": "list of read_shared_code_change",
        "custom_field_values": "map of any",
        "environments": "map of read_experiment_environment",
        "metrics": "list of read_metric",
        "page_ids": "list of scalar",
        "schedule": "read_schedule",
        "url_targeting": "read_url_targeting",
        "variations": "list of read_variation",
        "whitelist": "list of read_experiment_whitelist",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "audience_conditions": to_json_string,
    }

    SECRET: ClassVar[tuple[str, ...]] = ("results_token",)

    allocation_policy: str | None = None
    """How visitors are spread over the variations, e.g. manual. Read-only."""
    audience_conditions: Any = None
    """Who sees it: the word `everyone`, or JSON in a string that combines audience ids, e.g. `["and",
    {"audience_id": 7000}]`. The vendor's default: 'everyone'."""
    audience_ids: list[int] | None = None
    """Audiences of the experiment in older answers; now `audience_conditions`."""
    campaign_id: int | None = None
    """Campaign of a personalization experience; in other experiments it names no campaign."""
    code_changes: list[SharedCodeChange] | None = None
    """CSS and JavaScript that runs before every variation. Web only."""
    created: datetime.datetime | None = None
    """When the experiment was created, UTC. Read-only."""
    custom_field_values: dict[str, Any] | None = None
    """Values of custom fields of the project, by the field's `api_name`, which the experiment has from its
    campaign; an update of the campaign changes them. Read-only."""
    description: str | None = None
    """Description or hypothesis of the experiment."""
    earliest: datetime.datetime | None = None
    """When the experiment first ran, UTC. Read-only."""
    environments: dict[str, ExperimentEnvironment] | None = None
    """State by environment; the keys are the environments' keys."""
    feature_id: int | None = None
    """Feature under test; makes the experiment a feature test."""
    feature_key: str | None = None
    """Key of the feature under test: letters, digits, hyphens and underscores, up to 64."""
    feature_name: str | None = None
    """Name of the feature under test; its key where none was given."""
    holdback: int | None = None
    """Share of visitors kept out, in basis points (100 = 1 %). Web only."""
    id: int
    """Identifier of the experiment. Read-only."""
    is_classic: bool | None = None
    """True for an experiment of Optimizely Classic, which cannot be changed. Read-only. The vendor's default:
    False."""
    key: str | None = None
    """Unique key within the project. Full Stack and Mobile only."""
    last_modified: datetime.datetime | None = None
    """When the experiment was last changed, UTC. Read-only."""
    latest: datetime.datetime | None = None
    """When the experiment, or its campaign, was last paused, UTC; absent while it runs. Read-only."""
    metrics: list[Metric] | None = None
    """What is measured, the primary metric first, then up to four secondary ones, then the monitored ones. The
    vendor's default: []."""
    multivariate_traffic_policy: Literal["full_factorial"] | str | None = None
    """How a multivariate test weighs its combinations; with full_factorial their weights are the products of the
    sections' weights and read-only."""
    name: str | None = None
    """Name of the experiment. Needed for Web experiments."""
    page_ids: list[int] | None = None
    """Pages it runs on; this or `url_targeting`."""
    project_id: int | None = None
    """Project the experiment belongs to."""
    results_token: str | None = None
    """Temporary token for reading the results elsewhere. A secret."""
    schedule: Schedule | None = None
    """When an experiment starts and stops by itself."""
    status: Literal["running", "paused", "archived", "campaign_paused", "concluded", "not_started"] | str | None = None
    """State; in Full Stack, that in the primary environment. Read-only."""
    traffic_allocation: int | None = None
    """Share of visitors that take part, in basis points (10000 = everybody). Full Stack only."""
    type: Literal["a/b", "feature", "multivariate", "personalization", "multiarmed_bandit"] | str | None = None
    """Kind of the test. The vendor's default: 'a/b'."""
    url_targeting: URLTargeting | None = None
    """The URLs an experiment or campaign runs on, given in place of pages."""
    variations: list[Variation] | None = None
    """The variations compared."""
    whitelist: list[ExperimentWhitelist] | None = None
    """Visitors who always see a given variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.allocation_policy = data.get("allocation_policy")
            self.audience_conditions = None if (v := data.get("audience_conditions")) is None else from_json_string(v)
            self.audience_ids = None if (v := data.get("audience_ids")) is None else without_nulls(items(v))
            self.campaign_id = data.get("campaign_id")
            self.code_changes = (
                None
                if (v := data.get("changes")) is None
                else [read_shared_code_change(x0) for x0 in items(v) if x0 is not None]
            )
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.custom_field_values = None if (v := data.get("custom_field_values")) is None else entries(v)
            self.description = data.get("description")
            self.earliest = None if (v := data.get("earliest")) is None else to_datetime(v)
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_experiment_environment(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.feature_id = data.get("feature_id")
            self.feature_key = data.get("feature_key")
            self.feature_name = data.get("feature_name")
            self.holdback = data.get("holdback")
            self.id = data["id"]
            self.is_classic = data.get("is_classic")
            self.key = data.get("key")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.latest = None if (v := data.get("latest")) is None else to_datetime(v)
            self.metrics = (
                None if (v := data.get("metrics")) is None else [read_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.multivariate_traffic_policy = data.get("multivariate_traffic_policy")
            self.name = data.get("name")
            self.page_ids = None if (v := data.get("page_ids")) is None else without_nulls(items(v))
            self.project_id = data.get("project_id")
            self.results_token = data.get("results_token")
            self.schedule = None if (v := data.get("schedule")) is None else read_schedule(v)
            self.status = data.get("status")
            self.traffic_allocation = data.get("traffic_allocation")
            self.type = data.get("type")
            self.url_targeting = None if (v := data.get("url_targeting")) is None else read_url_targeting(v)
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_variation(x0) for x0 in items(v) if x0 is not None]
            )
            self.whitelist = (
                None
                if (v := data.get("whitelist")) is None
                else [read_experiment_whitelist(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment_environment import ExperimentEnvironment, read_experiment_environment
from .experiment_whitelist import ExperimentWhitelist, read_experiment_whitelist
from .metric import Metric, read_metric
from .schedule import Schedule, read_schedule
from .shared_code_change import SharedCodeChange, read_shared_code_change
from .url_targeting import URLTargeting, read_url_targeting
from .variation import Variation, read_variation
