"""All operations of LaunchDarkly that the sandbox plays, by the vendor's names of them."""

from __future__ import annotations

from ..vendor import Handler, Operation
from . import (
    account,
    contexts,
    experiments,
    flags,
    holdouts,
    legacy,
    metric_events,
    metrics,
    releases,
    results,
    segments,
    settings,
)

_PROJECT = "/api/v2/projects/{project}"
_PLACE = _PROJECT + "/environments/{environment}"
_EXPERIMENT = _PLACE + "/experiments/{experiment}"
_LEGACY = "/api/v2/flags/{project}/{flag}/experiments/{environment}/{metric}"
_METRICS = "/api/v2/metrics/{project}"
_GROUPS = _PROJECT + "/metric-groups"
_HOLDOUTS = _PLACE + "/holdouts"
_RELEASES = _PROJECT + "/flags/{flag}/environments/{environment}/releases"
_POLICIES = _PROJECT + "/release-policies"
_FLAGS = "/api/v2/flags/{project}"
_STATUSES = "/api/v2/flag-statuses/{project}/{environment}"
_SEGMENTS = "/api/v2/segments/{project}/{environment}"
_USAGE = "/api/v2/usage"

_ALL: tuple[tuple[str, str, str, Handler], ...] = (
    ("getExperiments", "GET", _PLACE + "/experiments", experiments.list_experiments),
    ("getExperimentsAnyEnv", "GET", _PROJECT + "/experiments", experiments.list_project_experiments),
    ("createExperiment", "POST", _PLACE + "/experiments", experiments.create_experiment),
    ("getExperiment", "GET", _EXPERIMENT, experiments.get_experiment),
    ("patchExperiment", "PATCH", _EXPERIMENT, experiments.patch_experiment),
    ("createIteration", "POST", _EXPERIMENT + "/iterations", experiments.create_iteration),
    ("getExperimentResults", "GET", _EXPERIMENT + "/metrics/{metric}/results", results.get_results),
    ("getExperimentationSettings", "GET", _PROJECT + "/experimentation-settings", settings.get_settings),
    ("putExperimentationSettings", "PUT", _PROJECT + "/experimentation-settings", settings.put_settings),
    ("getLegacyExperimentResults", "GET", _LEGACY, legacy.get_results),
    ("resetExperiment", "DELETE", _LEGACY + "/results", legacy.reset),
    ("getMetrics", "GET", _METRICS, metrics.list_metrics),
    ("postMetric", "POST", _METRICS, metrics.create_metric),
    ("getMetric", "GET", _METRICS + "/{metric}", metrics.get_metric),
    ("patchMetric", "PATCH", _METRICS + "/{metric}", metrics.patch_metric),
    ("deleteMetric", "DELETE", _METRICS + "/{metric}", metrics.delete_metric),
    ("getMetricGroups", "GET", _GROUPS, metrics.list_groups),
    ("createMetricGroup", "POST", _GROUPS, metrics.create_group),
    ("getMetricGroup", "GET", _GROUPS + "/{group}", metrics.get_group),
    ("patchMetricGroup", "PATCH", _GROUPS + "/{group}", metrics.patch_group),
    ("deleteMetricGroup", "DELETE", _GROUPS + "/{group}", metrics.delete_group),
    ("getAllHoldouts", "GET", _HOLDOUTS, holdouts.list_holdouts),
    ("postHoldout", "POST", _HOLDOUTS, holdouts.create_holdout),
    ("getHoldout", "GET", _HOLDOUTS + "/{holdout}", holdouts.get_holdout),
    ("patchHoldout", "PATCH", _HOLDOUTS + "/{holdout}", holdouts.patch_holdout),
    ("getHoldoutById", "GET", _HOLDOUTS + "/id/{holdout_id}", holdouts.get_holdout_by_id),
    ("getLayers", "GET", _PROJECT + "/layers", holdouts.list_layers),
    ("createLayer", "POST", _PROJECT + "/layers", holdouts.create_layer),
    ("updateLayer", "PATCH", _PROJECT + "/layers/{layer}", holdouts.patch_layer),
    ("listEnvironmentReleases", "GET", _RELEASES, releases.list_releases),
    ("startEnvironmentRelease", "POST", _RELEASES, releases.start_release),
    ("getEnvironmentRelease", "GET", _RELEASES + "/{release}", releases.get_release),
    ("stopEnvironmentRelease", "PUT", _RELEASES + "/{release}/stop", releases.stop_release),
    ("GetReleasePolicies", "GET", _POLICIES, releases.list_policies),
    ("PostReleasePolicy", "POST", _POLICIES, releases.create_policy),
    ("PostReleasePoliciesOrder", "POST", _POLICIES + "/order", releases.order_policies),
    ("GetReleasePolicy", "GET", _POLICIES + "/{policy}", releases.get_policy),
    ("PutReleasePolicy", "PUT", _POLICIES + "/{policy}", releases.put_policy),
    ("DeleteReleasePolicy", "DELETE", _POLICIES + "/{policy}", releases.delete_policy),
    ("getFeatureFlags", "GET", _FLAGS, flags.list_flags),
    ("postFeatureFlag", "POST", _FLAGS, flags.create_flag),
    ("getFeatureFlag", "GET", _FLAGS + "/{flag}", flags.get_flag),
    ("patchFeatureFlag", "PATCH", _FLAGS + "/{flag}", flags.patch_flag),
    ("deleteFeatureFlag", "DELETE", _FLAGS + "/{flag}", flags.delete_flag),
    ("copyFeatureFlag", "POST", _FLAGS + "/{flag}/copy", flags.copy_flag),
    ("getFeatureFlagStatus", "GET", _STATUSES + "/{flag}", flags.get_status),
    ("getFeatureFlagStatuses", "GET", _STATUSES, flags.list_statuses),
    (
        "getFeatureFlagStatusAcrossEnvironments",
        "GET",
        "/api/v2/flag-status/{project}/{flag}",
        flags.get_status_everywhere,
    ),
    ("evaluateContextInstance", "POST", _PLACE + "/flags/evaluate", contexts.evaluate),
    ("getContextAttributeNames", "GET", _PLACE + "/context-attributes", contexts.attribute_names),
    ("getContextAttributeValues", "GET", _PLACE + "/context-attributes/{attribute}", contexts.attribute_values),
    ("getContextKindsByProjectKey", "GET", _PROJECT + "/context-kinds", contexts.list_kinds),
    ("putContextKind", "PUT", _PROJECT + "/context-kinds/{kind}", contexts.put_kind),
    ("searchContexts", "POST", _PLACE + "/contexts/search", contexts.search),
    ("getContexts", "GET", _PLACE + "/contexts/{kind}/{key}", contexts.list_contexts),
    ("getSegments", "GET", _SEGMENTS, segments.list_segments),
    ("postSegment", "POST", _SEGMENTS, segments.create_segment),
    ("getSegment", "GET", _SEGMENTS + "/{segment}", segments.get_segment),
    ("patchSegment", "PATCH", _SEGMENTS + "/{segment}", segments.patch_segment),
    ("deleteSegment", "DELETE", _SEGMENTS + "/{segment}", segments.delete_segment),
    ("getAuditLogEntries", "GET", "/api/v2/auditlog", account.list_entries),
    ("postAuditLogEntries", "POST", "/api/v2/auditlog", account.list_entries),
    ("postAuditLogEntryCounts", "POST", "/api/v2/auditlog/counts", account.count_entries),
    ("getAuditLogEntry", "GET", "/api/v2/auditlog/{entry}", account.get_entry),
    ("getProjects", "GET", "/api/v2/projects", account.list_projects),
    ("getProject", "GET", _PROJECT, account.get_project),
    ("getEnvironmentsByProject", "GET", _PROJECT + "/environments", account.list_environments),
    ("getEnvironment", "GET", _PLACE, account.get_environment),
    ("getExperimentationEventsUsage", "GET", _USAGE + "/experimentation-events", account.get_usage),
    ("getExperimentationKeysUsage", "GET", _USAGE + "/experimentation-keys", account.get_usage),
    # At an address of its own.
    ("importMetricEvents", "POST", "/v2/event-data-import/{project}/{environment}", metric_events.import_events),
    ("getCallerIdentity", "GET", "/api/v2/caller-identity", account.get_identity),
    ("getVersions", "GET", "/api/v2/versions", account.get_versions),
)

OPERATIONS = tuple(Operation(*one) for one in _ALL)
