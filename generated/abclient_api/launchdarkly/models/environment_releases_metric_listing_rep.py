from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EnvironmentReleasesMetricListingRep(Model):
    """A metric, as releases have it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiment_count": "experimentCount",
        "metric_group_count": "metricGroupCount",
        "guarded_rollout_count": "guardedRolloutCount",
        "release_policy_count": "releasePolicyCount",
        "active_experiment_count": "activeExperimentCount",
        "active_guarded_rollout_count": "activeGuardedRolloutCount",
        "id": "_id",
        "version_id": "_versionId",
        "version": "_version",
        "key": "key",
        "name": "name",
        "kind": "kind",
        "attached_flag_count": "_attachedFlagCount",
        "links": "_links",
        "site": "_site",
        "access": "_access",
        "tags": "tags",
        "creation_date": "_creationDate",
        "last_modified": "lastModified",
        "maintainer_id": "maintainerId",
        "maintainer": "_maintainer",
        "description": "description",
        "category": "category",
        "is_numeric": "isNumeric",
        "success_criteria": "successCriteria",
        "unit": "unit",
        "event_key": "eventKey",
        "randomization_units": "randomizationUnits",
        "analysis_units": "analysisUnits",
        "filters": "filters",
        "unit_aggregation_type": "unitAggregationType",
        "analysis_type": "analysisType",
        "percentile_value": "percentileValue",
        "event_default": "eventDefault",
        "data_source": "dataSource",
        "last_seen": "lastSeen",
        "archived": "archived",
        "archived_at": "archivedAt",
        "selector": "selector",
        "urls": "urls",
        "window_start_offset": "windowStartOffset",
        "window_end_offset": "windowEndOffset",
        "winsor_lower_percentile": "winsorLowerPercentile",
        "winsor_upper_percentile": "winsorUpperPercentile",
        "winsor_include_imputed": "winsorIncludeImputed",
        "trace_query": "traceQuery",
        "trace_value_location": "traceValueLocation",
        "unit_aggregation_field": "unitAggregationField",
        "denominator": "denominator",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": from_epoch_milliseconds,
        "last_seen": from_epoch_milliseconds,
        "archived_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "site": "read_link",
        "access": "read_environment_releases_access",
        "tags": "list of scalar",
        "last_modified": "read_environment_releases_modification",
        "maintainer": "read_environment_releases_member_summary",
        "randomization_units": "list of scalar",
        "analysis_units": "list of scalar",
        "filters": "read_environment_releases_filter",
        "event_default": "read_metric_event_default_rep",
        "data_source": "read_metric_data_source_ref_rep",
        "urls": "list of map of any",
        "denominator": "read_environment_releases_metric_denominator_rep",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
        "last_seen": to_epoch_milliseconds,
        "archived_at": to_epoch_milliseconds,
    }

    experiment_count: int | None = None
    """How many experiments use it; only if asked for by expand."""
    metric_group_count: int | None = None
    """How many groups of metrics it is in; only if asked for by expand."""
    guarded_rollout_count: int | None = None
    """How many guarded rollouts use it; only if asked for by expand."""
    release_policy_count: int | None = None
    """How many release policies use it; only if asked for by expand."""
    active_experiment_count: int | None = None
    """How many running experiments use it."""
    active_guarded_rollout_count: int | None = None
    """How many running guarded rollouts use it."""
    id: str
    """Its id."""
    version_id: str | None = None
    """Id of its version."""
    version: int | None = None
    """Number of its version."""
    key: str
    """Its key."""
    name: str | None = None
    """A name for people."""
    kind: Literal["pageview", "click", "custom", "trace"] | str | None = None
    """Its kind."""
    attached_flag_count: int | None = None
    """How many flags use it."""
    links: dict[str, Link] | None = None
    """Links by name."""
    site: Link | None = None
    """Link to it in the vendor's user interface."""
    access: EnvironmentReleasesAccess | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    tags: list[str] | None = None
    """Tags."""
    creation_date: datetime.datetime | None = None
    """When it was created."""
    last_modified: EnvironmentReleasesModification | None = None
    """When it was changed last."""
    maintainer_id: str | None = None
    """Id of the member who looks after it."""
    maintainer: EnvironmentReleasesMemberSummary | None = None
    """The member who looks after it."""
    description: str | None = None
    """What it is about."""
    category: str | None = None
    """The category of the metric."""
    is_numeric: bool | None = None
    """Whether its events have a value."""
    success_criteria: Literal["HigherThanBaseline", "LowerThanBaseline"] | str | None = None
    """Which direction is wanted."""
    unit: str | None = None
    """Unit of its values, such as ms."""
    event_key: str | None = None
    """Key of the events that it measures."""
    randomization_units: list[str] | None = None
    """The units that it can be measured by."""
    analysis_units: list[str] | None = None
    """The units that it can be analysed by."""
    filters: EnvironmentReleasesFilter | None = None
    """Which events count."""
    unit_aggregation_type: Literal["average", "sum", "count_distinct"] | str | None = None
    """How several events of one unit become one value."""
    analysis_type: Literal["mean", "percentile"] | str | None = None
    """What of its values is looked at."""
    percentile_value: int | None = None
    """Which percentile, 0 to 100, where it is looked at by percentile."""
    event_default: MetricEventDefaultRep | None = None
    """What units without an event count as."""
    data_source: MetricDataSourceRefRep | None = None
    """Where its events come from."""
    last_seen: datetime.datetime | None = None
    """When it was seen last."""
    archived: bool | None = None
    """Whether it is archived."""
    archived_at: datetime.datetime | None = None
    """When it was archived."""
    selector: str | None = None
    """CSS selector of what is clicked, for the kind click."""
    urls: list[dict[str, Any]] | None = None
    """Addresses of the pages, for the kinds pageview and click."""
    window_start_offset: int | None = None
    """When its window starts, in milliseconds after the first exposure; the vendor does not use it yet."""
    window_end_offset: int | None = None
    """When its window ends, in milliseconds after the first exposure; the vendor does not use it yet."""
    winsor_lower_percentile: float | None = None
    """Percentile, between 0 and 100, to which lower values are raised."""
    winsor_upper_percentile: float | None = None
    """Percentile, between 0 and 100, to which higher values are lowered."""
    winsor_include_imputed: bool | None = None
    """Whether values that stand in for missing events count for the percentiles."""
    trace_query: str | None = None
    """Which spans count, for the kind trace."""
    trace_value_location: str | None = None
    """Where in a span the value stands, for numeric metrics of the kind trace."""
    unit_aggregation_field: str | None = None
    """The property whose distinct values are counted, for count_distinct."""
    denominator: EnvironmentReleasesMetricDenominatorRep | None = None
    """What it is divided by, for ratio metrics."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiment_count = data.get("experimentCount")
            self.metric_group_count = data.get("metricGroupCount")
            self.guarded_rollout_count = data.get("guardedRolloutCount")
            self.release_policy_count = data.get("releasePolicyCount")
            self.active_experiment_count = data.get("activeExperimentCount")
            self.active_guarded_rollout_count = data.get("activeGuardedRolloutCount")
            self.id = data["_id"]
            self.version_id = data.get("_versionId")
            self.version = data.get("_version")
            self.key = data["key"]
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.attached_flag_count = data.get("_attachedFlagCount")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.site = None if (v := data.get("_site")) is None else read_link(v)
            self.access = None if (v := data.get("_access")) is None else read_environment_releases_access(v)
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.creation_date = None if (v := data.get("_creationDate")) is None else from_epoch_milliseconds(v)
            self.last_modified = (
                None if (v := data.get("lastModified")) is None else read_environment_releases_modification(v)
            )
            self.maintainer_id = data.get("maintainerId")
            self.maintainer = (
                None if (v := data.get("_maintainer")) is None else read_environment_releases_member_summary(v)
            )
            self.description = data.get("description")
            self.category = data.get("category")
            self.is_numeric = data.get("isNumeric")
            self.success_criteria = data.get("successCriteria")
            self.unit = data.get("unit")
            self.event_key = data.get("eventKey")
            self.randomization_units = (
                None if (v := data.get("randomizationUnits")) is None else without_nulls(items(v))
            )
            self.analysis_units = None if (v := data.get("analysisUnits")) is None else without_nulls(items(v))
            self.filters = None if (v := data.get("filters")) is None else read_environment_releases_filter(v)
            self.unit_aggregation_type = data.get("unitAggregationType")
            self.analysis_type = data.get("analysisType")
            self.percentile_value = data.get("percentileValue")
            self.event_default = None if (v := data.get("eventDefault")) is None else read_metric_event_default_rep(v)
            self.data_source = None if (v := data.get("dataSource")) is None else read_metric_data_source_ref_rep(v)
            self.last_seen = None if (v := data.get("lastSeen")) is None else from_epoch_milliseconds(v)
            self.archived = data.get("archived")
            self.archived_at = None if (v := data.get("archivedAt")) is None else from_epoch_milliseconds(v)
            self.selector = data.get("selector")
            self.urls = None if (v := data.get("urls")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            self.window_start_offset = data.get("windowStartOffset")
            self.window_end_offset = data.get("windowEndOffset")
            self.winsor_lower_percentile = data.get("winsorLowerPercentile")
            self.winsor_upper_percentile = data.get("winsorUpperPercentile")
            self.winsor_include_imputed = data.get("winsorIncludeImputed")
            self.trace_query = data.get("traceQuery")
            self.trace_value_location = data.get("traceValueLocation")
            self.unit_aggregation_field = data.get("unitAggregationField")
            self.denominator = (
                None if (v := data.get("denominator")) is None else read_environment_releases_metric_denominator_rep(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment_releases_metric_listing_rep: Callable[[Any], EnvironmentReleasesMetricListingRep] = (
    EnvironmentReleasesMetricListingRep.from_dict
)


from .environment_releases_access import EnvironmentReleasesAccess, read_environment_releases_access
from .environment_releases_filter import EnvironmentReleasesFilter, read_environment_releases_filter
from .environment_releases_member_summary import (
    EnvironmentReleasesMemberSummary,
    read_environment_releases_member_summary,
)
from .environment_releases_metric_denominator_rep import (
    EnvironmentReleasesMetricDenominatorRep,
    read_environment_releases_metric_denominator_rep,
)
from .environment_releases_modification import EnvironmentReleasesModification, read_environment_releases_modification
from .link import Link, read_link
from .metric_data_source_ref_rep import MetricDataSourceRefRep, read_metric_data_source_ref_rep
from .metric_event_default_rep import MetricEventDefaultRep, read_metric_event_default_rep
