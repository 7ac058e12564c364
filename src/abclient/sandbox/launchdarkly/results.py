"""Results of an experiment for one metric, in LaunchDarkly's Bayesian form."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from ..statistics import Arm, generator, probabilities_best, probability_of_mismatch, split_units
from ..vendor import Call, RefusedError, json_bytes
from ..world import Document, World
from . import measuring, store
from .views import experiment_path, link


def get_results(world: World, call: Call) -> Response:
    """Results of the current iteration, or of the one asked for; one that has seen no events yet says so."""
    store.check_offered(world)
    key = ("getExperimentResults", *call.path.values(), call.query.get("iterationId"))
    body = world.memo(key, lambda: json_bytes(_results(world, call)))
    return Response(body, media_type="application/json")


def _results(world: World, call: Call) -> dict[str, Any]:
    experiment = store.experiment_of(world, call.path)
    wanted = call.query.get("iterationId")
    iteration = store.current(experiment) if wanted is None else store.iteration_of(experiment, wanted)
    metric = call.path["metric"]
    if iteration is None or metric not in {used["key"] for used in iteration["metrics"]}:
        raise RefusedError(404, f"Unknown metric key: {metric}")
    view: dict[str, Any] = {
        "_links": {
            "self": link(f"{experiment_path(experiment)}/metrics/{quote(metric)}/results"),
            "parent": link(experiment_path(experiment)),
        }
    }
    if not iteration["units"]:
        return view | _nothing_yet(iteration)
    return view | _measured(world, iteration, metric)


def _nothing_yet(iteration: Document) -> dict[str, Any]:
    treatments = [
        {"treatmentId": treatment["id"], "treatmentName": treatment["name"], "units": 0}
        for treatment in iteration["treatments"]
    ]
    return {"treatmentResults": treatments, "metricSeen": {"ever": False}}


def _measured(world: World, iteration: Document, metric: str) -> dict[str, Any]:
    treatments = iteration["treatments"]
    arms = measured_arms(world, iteration, metric)
    best = probabilities_best(arms)
    mismatch = probability_of_mismatch([arm.units for arm in arms], _shares(iteration))
    return {
        "treatmentResults": [_treatment_result(treatments, arms, best, index) for index in range(len(treatments))],
        "metricSeen": {"ever": True, "timestamp": iteration["seen"] // 1000},
        "probabilityOfMismatch": round(mismatch, 6),
    }


def measured_arms(world: World, iteration: Document, metric: str) -> list[Arm]:
    """What an iteration measured of a metric, per treatment; the traffic split is the same for all its metrics."""
    skewed = [share * (1 - iteration["skew"] * (place > 0)) for place, share in enumerate(_shares(iteration))]
    units = split_units(generator(world.seed, iteration["id"]), iteration["units"], skewed)
    rng = generator(world.seed, iteration["id"], metric)
    effects = measuring.effects(rng, len(units))
    profile = measuring.BY_KEY[metric]
    return [measuring.measure(rng, profile, count, effect) for count, effect in zip(units, effects, strict=True)]


def _shares(iteration: Document) -> list[float]:
    return [float(treatment["allocation"]) for treatment in iteration["treatments"]]


def _treatment_result(treatments: list[Document], arms: list[Arm], best: list[float], index: int) -> dict[str, Any]:
    arm = arms[index]
    return {
        "treatmentId": treatments[index]["id"],
        "treatmentName": treatments[index]["name"],
        "mean": round(arm.mean, 6),
        "credibleInterval": arm.interval().as_json(),
        "pBest": round(best[index], 6),
        "relativeDifferences": [
            {**arm.relative_to(other).as_json(), "fromTreatmentId": treatments[place]["id"]}
            for place, other in enumerate(arms)
            if place != index
        ],
        "units": arm.units,
    }
