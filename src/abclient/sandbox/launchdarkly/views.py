"""How LaunchDarkly shows what it holds: fields that are empty are left out, never null."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import quote

from ..world import Document
from . import store

EXPANDABLE = frozenset(
    {
        "previousIterations",
        "draftIteration",
        "secondaryMetrics",
        "treatments",
        "analysisConfig",
        "mutableFieldsByStatus",
    }
)
_ALWAYS = ("name", "description", "tags", "maintainerId")
_BEFORE_START = ("hypothesis", "canReshuffleTraffic", "metrics", "treatments", "flags", "randomizationUnit")
MUTABLE: Mapping[str, Mapping[str, list[str]]] = {
    "not_started": {name: ["update"] for name in (*_ALWAYS, *_BEFORE_START)} | {"tags": ["add", "update", "remove"]},
    "running": {name: ["update"] for name in _ALWAYS} | {"tags": ["add", "update", "remove"]},
    "stopped": {name: ["update"] for name in _ALWAYS} | {"tags": ["add", "update", "remove"]},
}
"""Which fields of an experiment can be changed in which way, by the status of its iteration."""
_TODAY = ("type", "methodology", "dataSource", "tags", "holdoutId")

_PLAIN = {
    "winner": "winningTreatmentId",
    "reason": "winningReason",
    "started": "startedAt",
    "ended": "endedAt",
}


def link(path: str) -> dict[str, str]:
    """A link, relative to the host."""
    return {"href": path, "type": "application/json"}


def experiments_path(project: str, environment: str) -> str:
    """The path of an environment's experiments."""
    return f"/api/v2/projects/{quote(project)}/environments/{quote(environment)}/experiments"


def experiment_path(experiment: Document) -> str:
    """The path of an experiment."""
    return f"{experiments_path(experiment['project'], experiment['environment'])}/{quote(experiment['key'])}"


def experiment_view(experiment: Document, expand: Collection[str] = (), *, today: bool = False) -> dict[str, Any]:
    """An experiment, with the fields that were asked for by ``expand``."""
    project, environment = experiment["project"], experiment["environment"]
    view: dict[str, Any] = {
        "_id": experiment["id"],
        "key": experiment["key"],
        "name": experiment["name"],
        "_maintainerId": experiment["maintainer"],
        "_creationDate": experiment["created"],
        "environmentKey": experiment["environment"],
        "_links": {
            "self": link(experiment_path(experiment)),
            "parent": link(f"/api/v2/projects/{quote(project)}/environments/{quote(environment)}"),
        },
    }
    if today:
        view |= _of_today(experiment, expand)
    if experiment["description"]:
        view["description"] = experiment["description"]
    if experiment["archived"] is not None:
        view["archivedDate"] = experiment["archived"]
    started = [iteration_view(project, iteration, expand, today=today) for iteration in store.started(experiment)]
    if started:
        view["currentIteration"] = started[-1]
    if len(started) > 1 and "previousIterations" in expand:
        view["previousIterations"] = started[:-1]
    draft = store.draft(experiment)
    if draft and "draftIteration" in expand:
        view["draftIteration"] = iteration_view(project, draft, expand, today=today)
    return view


def _of_today(experiment: Document, expand: Collection[str]) -> dict[str, Any]:
    """What the edition of today shows besides."""
    more: dict[str, Any] = {name: experiment[name] for name in _TODAY if experiment.get(name)}
    more.setdefault("methodology", "bayesian")  # as all experiments were before there was a choice
    more.setdefault("type", "experiment")
    if "analysisConfig" in expand:
        more["analysisConfig"] = experiment.get("analysisConfig") or {"bayesianThreshold": "90"}
    if "mutableFieldsByStatus" in expand:
        more["mutableFieldsByStatus"] = MUTABLE
    return more


def iteration_view(
    project: str, iteration: Document, expand: Collection[str] = EXPANDABLE, *, today: bool = False
) -> dict[str, Any]:
    """One iteration."""
    view: dict[str, Any] = {
        "_id": iteration["id"],
        "hypothesis": iteration["hypothesis"],
        "status": iteration["status"],
        "createdAt": iteration["created"],
        "canReshuffleTraffic": iteration["reshuffle"],
        "randomizationUnit": iteration["unit"],
        "flags": {key: _flag_view(project, key, flag) for key, flag in iteration["flags"].items()},
    }
    view |= {name: iteration[field] for field, name in _PLAIN.items() if iteration[field]}
    for metric in iteration["metrics"]:
        if metric["primary"]:
            view["primaryMetric"] = _any_metric_view(project, metric)
        elif "secondaryMetrics" in expand:
            view.setdefault("secondaryMetrics", []).append(_metric_view(project, metric))
    if today:
        view |= _metrics_of_today(project, iteration)
    if "treatments" in expand:
        view["treatments"] = [_treatment_view(treatment) for treatment in iteration["treatments"]]
    return view


def _metrics_of_today(project: str, iteration: Document) -> dict[str, Any]:
    """All metrics and groups of metrics, and which one decides."""
    shown = [_any_metric_view(project, metric) for metric in iteration["metrics"]]
    for metric, one in zip(iteration["metrics"], shown, strict=True):
        one |= {"analysisUnit": metric["unit"]} if metric.get("unit") else {}
        if metric.get("members"):
            one["metrics"] = [_metric_view(project, member) for member in metric["members"]]
    more: dict[str, Any] = {"metrics": shown}
    more |= {name: iteration[name] for name in ("attributes", "reallocationFrequencyMillis") if iteration.get(name)}
    for metric, one in zip(iteration["metrics"], shown, strict=True):
        if metric["primary"]:
            more["primaryMetric"] = one
            more["primaryFunnel" if metric.get("members") else "primarySingleMetric"] = one
    return more


def _flag_view(project: str, key: str, flag: Document) -> dict[str, Any]:
    rule = flag["rule"]
    return {
        "targetingRule": rule,
        "targetingRuleDescription": "Default rule" if rule == "fallthrough" else "Targeting rule",
        "targetingRuleClauses": [],
        "flagConfigVersion": flag["version"],
        "_links": {"self": link(f"/api/v2/flags/{quote(project)}/{quote(key)}")},
    }


def _any_metric_view(project: str, metric: Document) -> dict[str, Any]:
    """A metric or a group of metrics, and which of the two, as since edition 15.0.0 of the vendor's clients."""
    more = {"_versionId": metric["key"], "isGroup": bool(metric.get("members"))}
    return {**_metric_view(project, metric), **more}


def _metric_view(project: str, metric: Document) -> dict[str, Any]:
    return {
        "key": metric["key"],
        "name": metric["name"],
        "kind": metric["kind"],
        "_links": {"self": link(f"/api/v2/metrics/{quote(project)}/{quote(metric['key'])}")},
    }


def _treatment_view(treatment: Document) -> dict[str, Any]:
    return {
        "_id": treatment["id"],
        "name": treatment["name"],
        "allocationPercent": treatment["allocation"],
        "baseline": treatment["baseline"],
        "parameters": treatment["parameters"],
    }
