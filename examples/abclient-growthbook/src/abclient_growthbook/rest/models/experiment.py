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
class Experiment(Model):
    """An experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "tracking_key": "trackingKey",
        "date_created": "dateCreated",
        "date_updated": "dateUpdated",
        "name": "name",
        "type": "type",
        "project": "project",
        "hypothesis": "hypothesis",
        "description": "description",
        "tags": "tags",
        "owner": "owner",
        "owner_email": "ownerEmail",
        "archived": "archived",
        "status": "status",
        "enhanced_status": "enhancedStatus",
        "auto_refresh": "autoRefresh",
        "hash_attribute": "hashAttribute",
        "fallback_attribute": "fallbackAttribute",
        "hash_version": "hashVersion",
        "disable_sticky_bucketing": "disableStickyBucketing",
        "bucket_version": "bucketVersion",
        "min_bucket_version": "minBucketVersion",
        "variations": "variations",
        "phases": "phases",
        "settings": "settings",
        "result_summary": "resultSummary",
        "share_level": "shareLevel",
        "public_url": "publicUrl",
        "bandit_schedule_value": "banditScheduleValue",
        "bandit_schedule_unit": "banditScheduleUnit",
        "bandit_burn_in_value": "banditBurnInValue",
        "bandit_burn_in_unit": "banditBurnInUnit",
        "bandit_conversion_window_value": "banditConversionWindowValue",
        "bandit_conversion_window_unit": "banditConversionWindowUnit",
        "linked_features": "linkedFeatures",
        "has_visual_changesets": "hasVisualChangesets",
        "has_url_redirects": "hasURLRedirects",
        "custom_fields": "customFields",
        "custom_metric_slices": "customMetricSlices",
        "precomputed_unit_dimension_ids": "precomputedUnitDimensionIds",
        "default_dashboard_id": "defaultDashboardId",
        "template_id": "templateId",
        "status_update_schedule": "statusUpdateSchedule",
        "next_scheduled_status_update": "nextScheduledStatusUpdate",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_created": to_datetime,
        "date_updated": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "tags": "list of scalar",
        "enhanced_status": "read_enhanced_status",
        "variations": "list of read_variation",
        "phases": "list of read_phase",
        "settings": "read_analysis_settings",
        "result_summary": "read_result_summary",
        "linked_features": "list of scalar",
        "custom_fields": "map of any",
        "custom_metric_slices": "list of map of any",
        "precomputed_unit_dimension_ids": "list of scalar",
        "status_update_schedule": "map of any",
        "next_scheduled_status_update": "map of any",
    }

    id: str
    """Identifier."""
    tracking_key: str | None = None
    """Key by which exposures are recorded."""
    date_created: datetime.datetime | None = None
    """When it was made."""
    date_updated: datetime.datetime | None = None
    """When it was last changed."""
    name: str | None = None
    """Name."""
    type: Literal["standard", "multi-armed-bandit", "holdout"] | str | None = None
    """What kind of experiment it is."""
    project: str | None = None
    """Identifier of its project; empty for none."""
    hypothesis: str | None = None
    """What is expected of it."""
    description: str | None = None
    """What it is about, in Markdown."""
    tags: list[str] | None = None
    """Its tags."""
    owner: str | None = None
    """Identifier of its owner."""
    owner_email: str | None = None
    """Email address of its owner."""
    archived: bool | None = None
    """Whether it is archived."""
    status: Literal["draft", "running", "stopped"] | str | None = None
    """Its status."""
    enhanced_status: EnhancedStatus | None = None
    """The status of an experiment, as its page shows it."""
    auto_refresh: bool | None = None
    """Whether results are computed on a schedule."""
    hash_attribute: str | None = None
    """Attribute by which units get a variation."""
    fallback_attribute: str | None = None
    """Attribute that is used where the other one is missing."""
    hash_version: int | None = None
    """Version of the hash function: 1 or 2."""
    disable_sticky_bucketing: bool | None = None
    """Whether units may get another variation later."""
    bucket_version: float | None = None
    """Number of the current assignment."""
    min_bucket_version: float | None = None
    """Number of the earliest assignment that counts."""
    variations: list[Variation] | None = None
    """Its variations, the baseline first."""
    phases: list[Phase] | None = None
    """Its phases, in order."""
    settings: AnalysisSettings | None = None
    """How an experiment is analysed."""
    result_summary: ResultSummary | None = None
    """What was concluded."""
    share_level: Literal["public", "organization"] | str | None = None
    """Who can see its page."""
    public_url: str | None = None
    """Address of its public page."""
    bandit_schedule_value: float | None = None
    """How often a bandit moves traffic."""
    bandit_schedule_unit: Literal["days", "hours"] | str | None = None
    """Unit of that."""
    bandit_burn_in_value: float | None = None
    """How long a bandit waits before it moves traffic."""
    bandit_burn_in_unit: Literal["days", "hours"] | str | None = None
    """Unit of that."""
    bandit_conversion_window_value: float | None = None
    """How long conversions count for a bandit."""
    bandit_conversion_window_unit: Literal["days", "hours"] | str | None = None
    """Unit of that."""
    linked_features: list[str] | None = None
    """Keys of the features that have it."""
    has_visual_changesets: bool | None = None
    """Whether it changes pages."""
    has_url_redirects: bool | None = None
    """Whether it redirects."""
    custom_fields: dict[str, Any] | None = None
    """Values of the organization's own fields."""
    custom_metric_slices: list[dict[str, Any]] | None = None
    """Slices of its metrics."""
    precomputed_unit_dimension_ids: list[str] | None = None
    """Identifiers of the dimensions that are computed with its results."""
    default_dashboard_id: str | None = None
    """Identifier of its dashboard."""
    template_id: str | None = None
    """Identifier of the template that it was made from."""
    status_update_schedule: dict[str, Any] | None = None
    """When it is to start."""
    next_scheduled_status_update: dict[str, Any] | None = None
    """The start that is staged."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.tracking_key = data.get("trackingKey")
            self.date_created = None if (v := data.get("dateCreated")) is None else to_datetime(v)
            self.date_updated = None if (v := data.get("dateUpdated")) is None else to_datetime(v)
            self.name = data.get("name")
            self.type = data.get("type")
            self.project = data.get("project")
            self.hypothesis = data.get("hypothesis")
            self.description = data.get("description")
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.owner = data.get("owner")
            self.owner_email = data.get("ownerEmail")
            self.archived = data.get("archived")
            self.status = data.get("status")
            self.enhanced_status = None if (v := data.get("enhancedStatus")) is None else read_enhanced_status(v)
            self.auto_refresh = data.get("autoRefresh")
            self.hash_attribute = data.get("hashAttribute")
            self.fallback_attribute = data.get("fallbackAttribute")
            self.hash_version = data.get("hashVersion")
            self.disable_sticky_bucketing = data.get("disableStickyBucketing")
            self.bucket_version = data.get("bucketVersion")
            self.min_bucket_version = data.get("minBucketVersion")
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_variation(x0) for x0 in items(v) if x0 is not None]
            )
            self.phases = (
                None if (v := data.get("phases")) is None else [read_phase(x0) for x0 in items(v) if x0 is not None]
            )
            self.settings = None if (v := data.get("settings")) is None else read_analysis_settings(v)
            self.result_summary = None if (v := data.get("resultSummary")) is None else read_result_summary(v)
            self.share_level = data.get("shareLevel")
            self.public_url = data.get("publicUrl")
            self.bandit_schedule_value = data.get("banditScheduleValue")
            self.bandit_schedule_unit = data.get("banditScheduleUnit")
            self.bandit_burn_in_value = data.get("banditBurnInValue")
            self.bandit_burn_in_unit = data.get("banditBurnInUnit")
            self.bandit_conversion_window_value = data.get("banditConversionWindowValue")
            self.bandit_conversion_window_unit = data.get("banditConversionWindowUnit")
            self.linked_features = None if (v := data.get("linkedFeatures")) is None else without_nulls(items(v))
            self.has_visual_changesets = data.get("hasVisualChangesets")
            self.has_url_redirects = data.get("hasURLRedirects")
            self.custom_fields = None if (v := data.get("customFields")) is None else entries(v)
            self.custom_metric_slices = (
                None
                if (v := data.get("customMetricSlices")) is None
                else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.precomputed_unit_dimension_ids = (
                None if (v := data.get("precomputedUnitDimensionIds")) is None else without_nulls(items(v))
            )
            self.default_dashboard_id = data.get("defaultDashboardId")
            self.template_id = data.get("templateId")
            self.status_update_schedule = None if (v := data.get("statusUpdateSchedule")) is None else entries(v)
            self.next_scheduled_status_update = (
                None if (v := data.get("nextScheduledStatusUpdate")) is None else entries(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment: Callable[[Any], Experiment] = Experiment.from_dict


from .analysis_settings import AnalysisSettings, read_analysis_settings
from .enhanced_status import EnhancedStatus, read_enhanced_status
from .phase import Phase, read_phase
from .result_summary import ResultSummary, read_result_summary
from .variation import Variation, read_variation
