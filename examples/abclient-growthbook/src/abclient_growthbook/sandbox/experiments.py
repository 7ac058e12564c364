"""What happens to experiments: they are made, changed, started and stopped."""

from __future__ import annotations

from typing import Any

from abclient.sandbox.shapes import (
    Shape,
    anything,
    boolean,
    list_of,
    map_of,
    name_text,
    number,
    one_of,
    optional,
    read_new,
    record,
    required,
    text,
)
from abclient.sandbox.vendor import RefusedError
from abclient.sandbox.world import Document, World

from . import store
from .measuring import BY_ID

_STATUSES = one_of("draft", "running", "stopped")
_ROLES = {"goals": "metrics", "secondaryMetrics": "secondaryMetrics", "guardrails": "guardrailMetrics"}
_OF_SETTINGS = (
    *("assignmentQueryId", "datasourceId", "queryFilter", "regressionAdjustmentEnabled", "segmentId"),
    *("sequentialTestingEnabled", "statsEngine"),
)
_PHASE = {
    "name": required(text),
    "dateStarted": required(text),
    "dateEnded": optional(text, ""),
    "reasonForStopping": optional(text, ""),
    "seed": optional(text),
    "coverage": optional(number, 1),
    "variationWeights": optional(list_of(number)),
    "condition": optional(text, ""),
}
EXPERIMENT: Shape = {
    "trackingKey": required(name_text),
    "name": required(name_text),
    "variations": required(
        list_of(
            record(
                {
                    "id": optional(text),
                    "key": required(text),
                    "name": required(text),
                    "description": optional(text, ""),
                }
            )
        )
    ),
    "type": optional(one_of("standard", "multi-armed-bandit"), "standard"),
    "project": optional(text, ""),
    "hypothesis": optional(text, ""),
    "description": optional(text, ""),
    "tags": optional(list_of(text), []),
    "owner": optional(text, ""),
    "archived": optional(boolean, default=False),
    "status": optional(_STATUSES, "draft"),
    "autoRefresh": optional(boolean, default=True),
    "hashAttribute": optional(text, "id"),
    "customFields": optional(map_of(anything)),
    "bypassDuplicateKeyCheck": optional(boolean),
    "templateId": optional(text),
    "phases": optional(list_of(record(_PHASE))),
    "activationMetric": optional(text),
    "datasourceId": optional(text, ""),
    "assignmentQueryId": optional(text, ""),
    "segmentId": optional(text, ""),
    "queryFilter": optional(text, ""),
    "statsEngine": optional(one_of("bayesian", "frequentist"), "bayesian"),
    "regressionAdjustmentEnabled": optional(boolean, default=False),
    "sequentialTestingEnabled": optional(boolean, default=False),
    **{name: optional(list_of(text), []) for name in _ROLES.values()},
}
_STOP: Shape = {
    "results": required(one_of("dnf", "won", "lost", "inconclusive")),
    "enableTemporaryRollout": optional(boolean, default=False),
    "releasedVariationId": optional(text, ""),
    "winnerVariationId": optional(text),
    "analysis": optional(text, ""),
    "reason": optional(text, ""),
    "dateEnded": optional(text),
}
_NOT_SHOWN = ("bypassDuplicateKeyCheck",)


def new_experiment(world: World, body: Document) -> Document:
    """An experiment of a body, without results."""
    known = store.documents(world, "experiment")
    if not body.get("bypassDuplicateKeyCheck") and known.count(tags={"trackingKey": [body["trackingKey"]]}):
        raise RefusedError(400, f"Experiment with tracking key already exists: {body['trackingKey']}")
    start: Document = {
        "id": store.new_id(world, "exp"),
        "dateCreated": store.NOW,
        "hashVersion": 2,
        "phases": [],
        "settings": {
            "inProgressConversions": "include",
            "attributionModel": "firstExposure",
            **{role: [] for role in _ROLES},
        },
        "_units": [],
        "_skew": 0.0,
        "_until": world.today,
        "_dimensions": [],
    }
    return change(world, start, body)


def change(world: World, experiment: Document, changes: Document) -> Document:
    """An experiment with what a body says of it."""
    body = {name: value for name, value in changes.items() if name not in _NOT_SHOWN}
    settings: dict[str, Any] = {**experiment["settings"]}
    settings |= {name: body.pop(name) for name in _OF_SETTINGS if name in body}
    for role, name in _ROLES.items():
        if name in body:
            settings[role] = [{"metricId": _metric(one), "overrides": {}} for one in body.pop(name)]
    if (activation := body.pop("activationMetric", None)) is not None:
        settings["activationMetric"] = {"metricId": _metric(activation), "overrides": {}}
    if "variations" in body:
        body["variations"] = [_variation(world, one) for one in _several(body["variations"])]
    changed = experiment | body | {"settings": settings, "dateUpdated": store.NOW}
    settings["experimentId"] = changed["trackingKey"]
    phases = changes.get("phases")
    if phases is None and not changed["phases"]:
        phases = [{"name": "Main", "dateStarted": store.NOW, "dateEnded": "", "coverage": 1}]
    return changed if phases is None else changed | {"phases": [_phase(one, changed) for one in phases]}


def _several(variations: list[Document]) -> list[Document]:
    if len(variations) < 2:
        raise RefusedError(400, "Request body: [variations] Too small: expected array to have >=2 items")
    return variations


def _metric(identifier: str) -> str:
    if identifier not in BY_ID:
        raise RefusedError(400, f"Invalid metric: {identifier}")
    return identifier


def _variation(world: World, given: Document) -> Document:
    identifier = given.get("id") or store.new_id(world, "var")
    about = {name: given[name] for name in ("key", "name", "description")}
    return {"variationId": identifier, **about, "screenshots": []}


def _phase(given: Document, experiment: Document) -> Document:
    """A phase; without weights, all variations get the same share."""
    variations = experiment["variations"]
    weights = given.get("variationWeights") or [round(1 / len(variations), 4)] * len(variations)
    if len(weights) != len(variations):
        raise RefusedError(400, "The number of variation weights must match the number of variations")
    split = [{"variationId": one["variationId"], "weight": w} for one, w in zip(variations, weights, strict=True)]
    return {
        "name": given["name"],
        "dateStarted": given["dateStarted"],
        "dateEnded": given.get("dateEnded", ""),
        "reasonForStopping": given.get("reasonForStopping", ""),
        "seed": given.get("seed") or experiment["trackingKey"],
        "coverage": given["coverage"],
        "trafficSplit": split,
        "targetingCondition": given.get("condition", ""),
        "prerequisites": [],
        "savedGroupTargeting": [],
    }


def start(experiment: Document) -> Document:
    """A draft, running."""
    if experiment["status"] != "draft":
        raise RefusedError(409, f"Experiment must be in status draft, not {experiment['status']}")
    return experiment | {"status": "running", "dateUpdated": store.NOW}


def stop(experiment: Document, document: object) -> Document:
    """A running experiment, stopped with a conclusion."""
    body = read_new(_STOP, document)
    if experiment["status"] == "draft":
        raise RefusedError(409, "Experiment must be in status running or stopped, not draft")
    variations = [one["variationId"] for one in experiment["variations"]]
    won = body["results"] == "won"
    winner = body.get("winnerVariationId") or (variations[1] if won and len(variations) == 2 else variations[0])
    if winner not in variations or (won and len(variations) > 2 and "winnerVariationId" not in body):
        raise RefusedError(400, "winnerVariationId is required when there are multiple test variations")
    last = experiment["phases"][-1] | {
        "dateEnded": body.get("dateEnded") or store.NOW,
        "reasonForStopping": body["reason"],
    }
    summary = {
        "status": body["results"],
        "winner": winner,
        "conclusions": body["analysis"],
        "releasedVariationId": body["releasedVariationId"],
        "excludeFromPayload": not body["enableTemporaryRollout"],
    }
    phases = [*experiment["phases"][:-1], last]
    return experiment | {"status": "stopped", "phases": phases, "resultSummary": summary, "dateUpdated": store.NOW}
