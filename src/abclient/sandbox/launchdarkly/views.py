"""How LaunchDarkly shows what it holds: fields that are empty are left out, never null."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import quote

from ..world import Document
from . import store

EXPANDABLE = frozenset({"previousIterations", "draftIteration", "secondaryMetrics", "treatments"})

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


def experiment_view(experiment: Document, expand: Collection[str] = ()) -> dict[str, Any]:
    """An experiment, with the fields that were asked for by ``expand``."""
    project, environment = experiment["project"], experiment["environment"]
    view: dict[str, Any] = {
        "_id": experiment["id"],
        "key": experiment["key"],
        "name": experiment["name"],
        "_maintainerId": experiment["maintainer"],
        "_creationDate": experiment["created"],
        "_links": {
            "self": link(experiment_path(experiment)),
            "parent": link(f"/api/v2/projects/{quote(project)}/environments/{quote(environment)}"),
        },
    }
    if experiment["description"]:
        view["description"] = experiment["description"]
    if experiment["archived"] is not None:
        view["archivedDate"] = experiment["archived"]
    started = [iteration_view(project, iteration, expand) for iteration in store.started(experiment)]
    if started:
        view["currentIteration"] = started[-1]
    if len(started) > 1 and "previousIterations" in expand:
        view["previousIterations"] = started[:-1]
    draft = store.draft(experiment)
    if draft and "draftIteration" in expand:
        view["draftIteration"] = iteration_view(project, draft, expand)
    return view


def iteration_view(project: str, iteration: Document, expand: Collection[str] = EXPANDABLE) -> dict[str, Any]:
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
            view["primaryMetric"] = _metric_view(project, metric)
        elif "secondaryMetrics" in expand:
            view.setdefault("secondaryMetrics", []).append(_metric_view(project, metric))
    if "treatments" in expand:
        view["treatments"] = [_treatment_view(treatment) for treatment in iteration["treatments"]]
    return view


def _flag_view(project: str, key: str, flag: Document) -> dict[str, Any]:
    rule = flag["rule"]
    return {
        "targetingRule": rule,
        "targetingRuleDescription": "Default rule" if rule == "fallthrough" else "Targeting rule",
        "targetingRuleClauses": [],
        "flagConfigVersion": flag["version"],
        "_links": {"self": link(f"/api/v2/flags/{quote(project)}/{quote(key)}")},
    }


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
