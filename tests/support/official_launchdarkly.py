"""Drives the sandbox with the vendor's own Python client 25.0.1, in a process of its own, which has no other edition.

Every call is one of the vendor's client, whose models refuse a missing required field, and a value that is no member of
an enum. Prints the number of operations that it called.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

P, E = "sandbox", "production"
METRIC, FLAG = "metric-key-123abc", "example-flag-for-experiment"
SEMANTIC = "application/json; domain-model=launchdarkly.semanticpatch"

vendor: Any = importlib.import_module("launchdarkly_api")


class Caller:
    """Calls operations by the name of their class and their own, and remembers which."""

    def __init__(self, url: str, token: str) -> None:
        client = vendor.ApiClient(vendor.Configuration(host=url, api_key={"ApiKey": token}))
        self._client = client
        self.called: set[str] = set()

    def __call__(self, api: str, operation: str, *arguments: Any, **options: Any) -> Any:
        # Operations of beta APIs that do not take the version get it as a header of the client.
        beta = api.endswith("Beta")
        self._client.default_headers["LD-API-Version"] = "beta" if beta else "20240415"
        self.called.add(f"{api}.{operation}")
        return getattr(getattr(vendor, f"{api}Api")(self._client), operation)(*arguments, **options)


def experiments(call: Caller, key: str) -> None:
    """The life of an experiment, and lists."""
    variation = call("FeatureFlags", "get_feature_flag", P, FLAG).variations[0].id
    parameters = [{"flagKey": FLAG, "variationId": variation}]
    iteration = {
        "hypothesis": "It helps",
        "metrics": [{"key": METRIC}],
        "primarySingleMetricKey": METRIC,
        "treatments": [
            {"name": "A", "baseline": True, "allocationPercent": "50", "parameters": parameters},
            {"name": "B", "baseline": False, "allocationPercent": "50", "parameters": parameters},
        ],
        "flags": {FLAG: {"ruleId": "fallthrough", "flagConfigVersion": 1}},
        "randomizationUnit": "user",
    }
    post = vendor.ExperimentPost.from_dict({"key": key, "name": "Official", "iteration": iteration, "tags": ["a"]})
    assert call("Experiments", "create_experiment", P, E, post).methodology == "frequentist"

    def patch(*instructions: dict[str, Any]) -> Any:
        body = vendor.ExperimentPatchInput(instructions=list(instructions))
        return call("Experiments", "patch_experiment", P, E, key, body, _content_type=SEMANTIC)

    assert patch({"kind": "startIteration"}).current_iteration.status == "running"
    assert (
        patch({"kind": "updateExperimentFields", "value": {"name": {"operation": "update", "value": "New"}}}).name
        == "New"
    )
    patch({"kind": "saveAndStartNewIteration", "changeJustification": "why"})
    call("Experiments", "create_iteration", P, E, key, vendor.IterationInput.from_dict(iteration))
    everything = "previousIterations,draftIteration,secondaryMetrics,treatments,analysisConfig"
    found = call("Experiments", "get_experiment", P, E, key, expand=everything)
    assert found.current_iteration.primary_single_metric.key == METRIC
    assert call("Experiments", "get_experiments", P, E, limit=5, expand=everything).items
    assert call("Experiments", "get_experiments_any_env", P, expand=everything).items
    units = [{"randomizationUnit": "user", "default": True}]
    put = vendor.RandomizationSettingsPut.from_dict({"randomizationUnits": units})
    call("Experiments", "put_experimentation_settings", P, put)
    assert call("Experiments", "get_experimentation_settings", P).randomization_units[0].default


def metrics(call: Caller, key: str) -> None:
    """Metrics, and groups of metrics."""
    post = vendor.MetricPost.from_dict({"key": key, "kind": "custom", "eventKey": "e", "isNumeric": False})
    assert call("Metrics", "post_metric", P, post).key == key
    operation = [vendor.PatchOperation(op="replace", path="/name", value="New")]
    assert call("Metrics", "patch_metric", P, key, operation).name == "New"
    assert call("Metrics", "get_metric", P, METRIC, expand="experiments").experiments is not None
    assert call("Metrics", "get_metrics", P, limit=50).items
    body = {
        "key": key,
        "name": "G",
        "kind": "funnel",
        "maintainerId": "m",
        "tags": [],
        "metrics": [{"key": METRIC, "nameInGroup": "A"}],
    }
    call("MetricsBeta", "create_metric_group", P, vendor.MetricGroupPost.from_dict(body))
    assert call("MetricsBeta", "patch_metric_group", P, key, operation).name == "New"
    assert call("MetricsBeta", "get_metric_groups", P).items
    assert call("MetricsBeta", "get_metric_group", P, key).metrics[0].key == METRIC
    call("MetricsBeta", "delete_metric_group", P, key)
    call("Metrics", "delete_metric", P, key)


def traffic(call: Caller, key: str) -> None:
    """Holdouts, layers, releases and release policies."""
    body = {
        "key": key,
        "name": "H",
        "holdoutamount": "1",
        "primarymetrickey": METRIC,
        "metrics": [{"key": METRIC}],
        "randomizationunit": "user",
    }
    holdout = call("Holdouts", "post_holdout", P, E, vendor.HoldoutPostRequest.from_dict(body))
    assert call("Holdouts", "get_all_holdouts", P, E).items
    assert call("Holdouts", "get_holdout", P, E, key).base_experiment.key == key
    assert call("Holdouts", "get_holdout_by_id", P, E, holdout.id).id == holdout.id
    ended = vendor.HoldoutPatchInput(instructions=[{"kind": "endHoldout"}])
    assert call("Holdouts", "patch_holdout", P, E, key, ended, _content_type=SEMANTIC).status == "ended"
    call("Layers", "create_layer", P, vendor.LayerPost(key=key, name="L", description="d"))
    renamed = vendor.LayerPatchInput(instructions=[{"kind": "updateName", "name": "New"}])
    assert call("Layers", "update_layer", P, key, renamed, _content_type=SEMANTIC).name == "New"
    assert call("Layers", "get_layers", P).items
    policy = {"key": key, "name": "P", "releaseMethod": "progressive-release"}
    call("ReleasePoliciesBeta", "post_release_policy", "beta", P, vendor.PostReleasePolicyRequest.from_dict(policy))
    put = vendor.PutReleasePolicyRequest.from_dict({"name": "New", "releaseMethod": "immediate-release"})
    assert call("ReleasePoliciesBeta", "put_release_policy", "beta", P, key, put).name == "New"
    assert call("ReleasePoliciesBeta", "get_release_policies", "beta", P).items
    assert call("ReleasePoliciesBeta", "get_release_policy", "beta", P, key).rank == 1
    assert call("ReleasePoliciesBeta", "post_release_policies_order", "beta", P, [key])
    call("ReleasePoliciesBeta", "delete_release_policy", "beta", P, key)


def flags(call: Caller, key: str) -> None:
    """Flags and their releases."""
    made = call("FeatureFlags", "post_feature_flag", P, vendor.FeatureFlagBody.from_dict({"key": key, "name": "F"}))
    operation = [vendor.PatchOperation(op="replace", path="/name", value="New")]
    assert call("FeatureFlags", "patch_feature_flag", P, key, vendor.PatchWithComment(patch=operation)).name == "New"
    assert call("FeatureFlags", "get_feature_flags", P, filter="filterEnv:production", limit=50).items
    copied = vendor.FlagCopyConfigPost.from_dict({"source": {"key": E}, "target": {"key": "test"}})
    call("FeatureFlags", "copy_feature_flag", P, key, copied)
    assert call("FeatureFlags", "get_feature_flag_status", P, E, FLAG).name == "active"
    assert call("FeatureFlags", "get_feature_flag_status_across_environments", P, FLAG).environments
    assert call("FeatureFlags", "get_feature_flag_statuses", P, E).items
    call("FeatureFlags", "delete_feature_flag", P, key)
    variations = [one.id for one in call("FeatureFlags", "get_feature_flag", P, FLAG).variations]
    body = {
        "originalVariationId": variations[0],
        "targetVariationId": variations[1],
        "phases": [
            {
                "clauses": [{"attribute": "kind", "op": "in", "values": ["user"]}],
                "steps": [{"allocation": 1000, "durationMillis": 1000}],
            }
        ],
        "metrics": [{"metricKey": METRIC}],
    }
    releases = "EnvironmentReleasesBeta"
    place = ("beta", P, FLAG, E)
    started = call(releases, "start_environment_release", *place, vendor.StartEnvironmentReleaseRequest.from_dict(body))
    assert call(releases, "list_environment_releases", *place).items
    assert call(releases, "get_environment_release", "beta", P, FLAG, E, started.id).kind == "guarded"
    stop = vendor.StopEnvironmentReleaseRequest(resolution="roll_forward_all_phases")
    assert call(releases, "stop_environment_release", "beta", P, FLAG, E, started.id, stop).status == "completed"
    assert made.variations


def rest(call: Caller, key: str) -> None:
    """Contexts, segments, audit log, projects, environments, usage, and whose token it is."""
    assert call("Contexts", "get_context_kinds_by_project_key", P).items
    call("Contexts", "put_context_kind", P, key, vendor.UpsertContextKindPayload(name="K"))
    assert call("Contexts", "search_contexts", P, E, vendor.ContextSearch(limit=5)).items
    assert call("Contexts", "get_contexts", P, E, "user", "user-3").items
    assert call("Contexts", "evaluate_context_instance", P, E, {"kind": "user", "key": "a"}).items
    assert call("Contexts", "get_context_attribute_names", P, E).items
    assert call("Contexts", "get_context_attribute_values", P, E, "country").items
    call("Segments", "post_segment", P, E, vendor.SegmentBody(key=key, name="S"))
    operation = [vendor.PatchOperation(op="replace", path="/name", value="New")]
    assert call("Segments", "patch_segment", P, E, key, vendor.PatchWithComment(patch=operation)).name == "New"
    assert call("Segments", "get_segments", P, E).items
    assert call("Segments", "get_segment", P, E, key).key == key
    call("Segments", "delete_segment", P, E, key)
    entries = call("AuditLog", "get_audit_log_entries", limit=5).items
    assert call("AuditLog", "get_audit_log_entry", entries[0].id).current_version
    statements = [vendor.StatementPost(effect="allow", resources=["proj/*"], actions=["*"])]
    assert call("AuditLog", "post_audit_log_entries", statement_post=statements).items
    assert call("AuditLog", "post_audit_log_entry_counts", 1, statements).buckets
    assert call("Projects", "get_projects").items[0].key == P
    assert call("Projects", "get_project", P, expand="environments").environments.items
    assert call("Environments", "get_environments_by_project", P).items
    assert call("Environments", "get_environment", P, E).key == E
    assert call("AccountUsageBeta", "get_experimentation_events_usage").series
    assert call("AccountUsageBeta", "get_experimentation_keys_usage").series
    assert call("Other", "get_caller_identity").auth_kind
    assert call("Other", "get_versions").latest_version


def main(url: str, token: str) -> None:
    """Drive all of it."""
    call = Caller(url, token)
    for number, part in enumerate((experiments, metrics, traffic, flags, rest)):
        part(call, f"official-{number}")
    sys.stdout.write(f"{len(call.called)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
