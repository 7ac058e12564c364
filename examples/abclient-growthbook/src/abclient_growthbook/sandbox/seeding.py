"""A world to begin with, the same for the same seed: projects, metrics, features and experiments."""

from __future__ import annotations

from random import Random
from typing import Any

from abclient.sandbox.shapes import read_new
from abclient.sandbox.world import Document, World

from . import store
from .experiments import EXPERIMENT, new_experiment, start, stop
from .measuring import METRICS, Measured
from .operations import ENVIRONMENTS, new_feature
from .results import DIMENSIONS

_DAY = 86_400
_SOURCE = "ds_warehouse"
_PLACES = (
    *("Checkout", "Pricing page", "Search results", "Onboarding", "Product page", "Cart", "Sign-up form", "Homepage"),
    *("Newsletter", "Account settings", "Mobile menu", "Help center", "Wish list", "Order history", "Landing page"),
)
_IDEAS = (
    *("shorter copy", "sticky button", "social proof", "one column", "larger images", "progress bar", "guest mode"),
    *("free shipping note", "dark theme", "inline validation", "trust badges", "annual plan first", "fewer fields"),
)
_GOALS = [metric.id for metric in METRICS if metric.type != "ratio"]
_CONCLUSIONS = ("won", "lost", "inconclusive", "dnf")


def seed_world(world: World, rng: Random, experiments: int) -> None:
    """Two projects with settings of their own, ten metrics, some features, and this number of experiments."""
    for identifier in ENVIRONMENTS:
        about: Document = {"description": "", "toggleOnList": True, "defaultState": identifier == "dev", "projects": []}
        store.documents(world, "environment").put(identifier, {"id": identifier, **about})
    settings = {"statsEngine": "bayesian", "confidenceLevel": 0.95, "pValueThreshold": 0.05}
    store.documents(world, "settings").put("organization", settings)
    _add_source(world)
    projects = [_add_project(world, "prj_shop", "Web shop", {}), _add_project(world, "prj_app", "App", _STRICTER)]
    for metric in METRICS:
        _add_metric(world, metric)
    for number in range(min(experiments, 25)):
        _add_feature(world, rng, number, projects[number % 2])
    for number in range(experiments):
        _add_experiment(world, rng, number, projects[number % 3 == 2])


_STRICTER = {"confidenceLevel": 0.99, "pValueThreshold": 0.01}


def listing(world: World) -> dict[str, Any]:
    """The ids of what there is; of experiments, of those that have results."""
    experiments = [one for one in store.documents(world, "experiment").find() if one["_units"]]
    return {
        "projects": [one["id"] for one in store.documents(world, "project").find()],
        "metrics": [metric.id for metric in METRICS],
        "features": [one["id"] for one in store.documents(world, "feature").find()],
        "experiments": [one["id"] for one in experiments],
        "with_dimensions": [one["id"] for one in experiments if one["_dimensions"]],
    }


def _add_source(world: World) -> None:
    query = {
        "id": "user_id",
        "name": "Logged-in users",
        "description": "",
        "identifierType": "user_id",
        "sql": "SELECT user_id, timestamp, experiment_id, variation_id, country FROM exposures",
        "includesNameColumns": False,
        "dimensionColumns": ["country"],
    }
    source = {
        "id": _SOURCE,
        "dateCreated": "2024-02-01T09:00:00.000Z",
        "dateUpdated": "2024-02-01T09:00:00.000Z",
        "type": "postgres",
        "name": "Warehouse",
        "description": "",
        "projectIds": [],
        "eventTracker": "",
        "identifierTypes": [{"id": "user_id", "description": ""}],
        "assignmentQueries": [query],
        "identifierJoinQueries": [],
    }
    store.documents(world, "dataSource").put(_SOURCE, source)


def _add_project(world: World, identifier: str, name: str, settings: Document) -> str:
    project = {
        "id": identifier,
        "name": name,
        "dateCreated": "2024-02-01T09:00:00.000Z",
        "dateUpdated": "2024-02-01T09:00:00.000Z",
        "description": "",
        "publicId": name.lower().replace(" ", "-"),
        **({"settings": settings} if settings else {}),
    }
    store.keep(world, "project", project)
    return identifier


_RULES: Document = {
    "windowSettings": {"type": "conversion", "windowValue": 72, "windowUnit": "hours"},
    "riskThresholdSuccess": 0.0025,
    "riskThresholdDanger": 0.0125,
    "minPercentChange": 0.005,
    "maxPercentChange": 0.5,
    "minSampleSize": 150,
    "targetMDE": 0.1,
}
_FACT_RULES: Document = {
    **_RULES,
    "cappingSettings": {"type": "none"},
    "priorSettings": {"override": False, "proper": False, "mean": 0, "stddev": 0.3},
    "regressionAdjustmentSettings": {"override": False},
}


def _add_metric(world: World, metric: Measured) -> None:
    common: Document = {
        "id": metric.id,
        "name": metric.name,
        "description": "",
        "owner": "",
        "tags": [],
        "projects": [],
        "managedBy": "",
        "archived": False,
        "dateCreated": "2024-02-01T09:00:00.000Z",
        "dateUpdated": "2024-02-01T09:00:00.000Z",
    }
    if metric.is_fact_metric:
        numerator = {"factTableId": "ftb_events", "column": "$$distinctUsers" if metric.spread is None else "value"}
        of = {
            "datasource": _SOURCE,
            "metricType": metric.type,
            "numerator": numerator,
            "inverse": metric.less_is_better,
        }
        denominator = {"denominator": {"factTableId": "ftb_events", "column": "$$count"}}
        store.keep(world, "factMetric", common | of | _FACT_RULES | (denominator if metric.type == "ratio" else {}))
        return
    goal = {"goal": "decrease" if metric.less_is_better else "increase"}
    sql: Document = {
        "identifierTypes": ["user_id"],
        "conversionSQL": f"-- what counts as {metric.name}",
        **dict.fromkeys(("userAggregationSQL", "denominatorMetricId"), ""),
    }
    of = {"datasourceId": _SOURCE, "type": metric.type, "behavior": goal | _RULES, "sql": sql}
    store.keep(world, "metric", common | of)


def _add_feature(world: World, rng: Random, number: int, project: str) -> None:
    place = _PLACES[number % len(_PLACES)].lower().replace(" ", "-")
    body: Document = {
        "id": f"{place}-{number}",
        "valueType": "boolean",
        "defaultValue": "false",
        "archived": False,
        "description": f"Switches the {place} over",
        "owner": "",
        "project": project,
        "tags": [],
        "rules": [],
        "environments": {name: {"enabled": rng.random() < 0.5} for name in ENVIRONMENTS},
        "prerequisites": [],
    }
    store.keep(world, "feature", new_feature(body))


def _add_experiment(world: World, rng: Random, number: int, project: str) -> None:
    place, idea = _PLACES[number % len(_PLACES)], _IDEAS[number // len(_PLACES) % len(_IDEAS)]
    names = ["Control", *(f"Variation {one}" for one in range(1, rng.choice((2, 2, 2, 3, 4))))]
    goals = rng.sample(_GOALS, rng.choice((1, 1, 2)))
    frequentist = number % 4 == 3
    body: Document = {
        "trackingKey": f"experiment-{number}",
        "name": f"{place}: {idea}",
        "hypothesis": f"{idea.capitalize()} helps on the {place.lower()}",
        "project": project,
        "type": "multi-armed-bandit" if number % 17 == 16 else "standard",
        "variations": [{"key": str(key), "name": name} for key, name in enumerate(names)],
        "datasourceId": _SOURCE,
        "assignmentQueryId": "user_id",
        "metrics": goals,
        "secondaryMetrics": ["fact__order"] if number % 5 == 4 else [],
        "guardrailMetrics": ["met_wait"] if number % 2 and "met_wait" not in goals else [],
        "statsEngine": "frequentist" if frequentist else "bayesian",
        "sequentialTestingEnabled": frequentist and number % 8 == 7,
    }
    begun = world.today - rng.randrange(30 * _DAY, 120 * _DAY)
    restarted = begun + 10 * _DAY if number % 6 == 5 else None
    starts = [begun] if restarted is None else [begun, restarted]
    body["phases"] = [
        {"name": f"Phase {count}", "dateStarted": store.moment(at), "coverage": 1.0}
        for count, at in enumerate(starts, 1)
    ]
    experiment = new_experiment(world, read_new(EXPERIMENT, body))
    if restarted:
        experiment["phases"][0]["dateEnded"] = store.moment(restarted)
    store.keep(world, "experiment", _run(world, rng, experiment, number))


def _run(world: World, rng: Random, experiment: Document, number: int) -> Document:
    """Let an experiment have run.

    One in ten is a draft, one in three has ended, one in eleven has no results yet, and the units of one in 23 were not
    divided as intended.
    """
    made = experiment | {"dateCreated": experiment["phases"][0]["dateStarted"]}
    if number % 10 == 9:
        return made
    running = start(made)
    units = [round(rng.lognormvariate(9.2, 0.8)) for _ in made["phases"]]
    running |= {
        "_units": [] if number % 11 == 10 else units,
        "_skew": 0.3 if number % 23 == 6 else 0.0,
        "_until": world.today - rng.randrange(3_600),
        "_dimensions": list(DIMENSIONS) if number % 3 == 0 else [],
    }
    if number % 3 != 1:
        return running
    ended = world.today - rng.randrange(_DAY, 12 * _DAY)
    conclusion = {"results": _CONCLUSIONS[number % 4], "dateEnded": store.moment(ended)}
    winner = {"winnerVariationId": running["variations"][1]["variationId"]} if conclusion["results"] == "won" else {}
    stopped = stop(running, conclusion | winner) | {"_until": ended}
    return stopped | {"archived": number % 9 == 4}
