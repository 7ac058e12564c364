"""Results of experiments: of one, of many, and computing them anew."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from abclient.sandbox.shapes import integer, one_of, optional, read_new, text
from abclient.sandbox.vendor import Call, RefusedError, json_bytes, json_response
from abclient.sandbox.world import Document, World

from . import store
from .measuring import BY_ID, results_of, split_p_value, units_of

_NONE = "No results found for that experiment"
DIMENSIONS: dict[str, tuple[str, ...]] = {"exp:country": ("DE", "US", "JP"), "dim_plan": ("free", "paid")}
"""Dimensions of which every third experiment has results, and their values."""

_SNAPSHOT = {
    "triggeredBy": optional(one_of("manual", "schedule")),
    "dimension": optional(text),
    "phase": optional(integer),
}


def get_results(world: World, call: Call) -> Response:
    """The latest results of a phase of an experiment, for all units or by a dimension."""
    experiment = store.find(world, "experiment", call.path["id"])
    asked = call.query.get("phase", str(len(experiment["phases"]) - 1))
    phase = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else -1
    dimension = call.query.get("dimension")
    if not 0 <= phase < len(experiment["phases"]) or not _has_results(experiment, phase, dimension):
        raise RefusedError(400, _NONE)

    def make() -> bytes:
        result = _results(world, experiment, phase, dimension)
        return json_bytes({"experiment": store.shown(experiment), "result": result})

    return Response(
        world.memo(("getExperimentResults", experiment["id"], phase, dimension), make), media_type="application/json"
    )


def list_results(world: World, call: Call) -> Response:
    """The latest results of many experiments; those without are left out, and count all the same."""
    limit, offset = store.window(call)
    tags = {tag: [value] for tag, value in filters(call).items() if value is not None}
    experiments = store.documents(world, "experiment")
    found = experiments.find(tags=tags, limit=limit, offset=offset)
    results = [
        _results(world, one, len(one["phases"]) - 1, None)
        for one in found
        if _has_results(one, len(one["phases"]) - 1, None)
    ]
    return store.page(call, "experimentResults", results, experiments.count(tags=tags))


def filters(call: Call) -> dict[str, str | None]:
    """By what the lists of experiments and of results are asked for."""
    names = {"project": "projectId", "datasource": "datasourceId", "trackingKey": "trackingKey", "status": "status"}
    return {tag: call.query.get(name) for tag, name in names.items()}


def _has_results(experiment: Document, phase: int, dimension: str | None) -> bool:
    return phase < len(experiment["_units"]) and (dimension is None or dimension in experiment["_dimensions"])


def _results(world: World, experiment: Document, phase: int, dimension: str | None) -> dict[str, Any]:
    of = experiment["phases"][phase]
    kind = {"type": "none"}
    if dimension is not None:
        named = dimension.startswith("exp:")
        kind = {"type": "experiment" if named else "user", "id": dimension.removeprefix("exp:")}
    return {
        "id": f"snp_{experiment['id'].removeprefix('exp_')}_{phase}",
        "dateUpdated": store.moment(experiment["_until"]),
        "experimentId": experiment["id"],
        "phase": str(phase),
        "dateStart": of["dateStarted"],
        "dateEnd": of["dateEnded"] or store.moment(experiment["_until"]),
        "dimension": kind,
        "settings": {name: value for name, value in experiment["settings"].items() if "sequential" not in name},
        "queryIds": [],
        "results": [
            _of_value(world, experiment, phase, value) for value in (DIMENSIONS[dimension] if dimension else ("All",))
        ],
    }


def _of_value(world: World, experiment: Document, phase: int, value: str) -> dict[str, Any]:
    """The results of all units, or of those with a value of the dimension, which are a part of them."""
    part: Document = experiment
    if value != "All":
        units = [count // 4 for count in experiment["_units"]]
        part = {**experiment, "id": f"{experiment['id']}/{value}", "_units": units}
    roles = (part["settings"][role] for role in ("goals", "secondaryMetrics", "guardrails"))
    used: list[str] = [one["metricId"] for role in roles for one in role]
    units = units_of(world, part, phase)
    weights: list[float] = [one["weight"] for one in part["phases"][phase]["trafficSplit"]]
    return {
        "dimension": value,
        "totalUsers": sum(units),
        "checks": {"srm": split_p_value(units, weights)},
        "metrics": [
            {
                "metricId": metric,
                "metricName": BY_ID[metric].name,
                "variations": results_of(world, part, BY_ID[metric], phase),
            }
            for metric in dict.fromkeys(used)
        ],
    }


def post_snapshot(world: World, call: Call) -> Response:
    """Begin to compute results: they are there at once, and the snapshot says so when it is asked for."""
    experiment = store.find(world, "experiment", call.path["id"])
    body = read_new(_SNAPSHOT, call.json() if call.body else {})
    if experiment["status"] == "draft":
        raise RefusedError(400, "Experiment is in draft state.")
    phase = body.get("phase", len(experiment["phases"]) - 1)
    if not 0 <= phase < len(experiment["phases"]):
        raise RefusedError(400, f"Phase {phase} not found")
    snapshot = {"id": store.new_id(world, "snp"), "experiment": experiment["id"], "status": "success"}
    store.documents(world, "snapshot").put(snapshot["id"], snapshot)
    units = [*experiment["_units"], *[0] * (len(experiment["phases"]) - len(experiment["_units"]))]
    store.keep(world, "experiment", experiment | {"_units": units})
    return json_response({"snapshot": snapshot | {"status": "running"}})
