"""A world of experiments to begin with, the same for the same seed."""

from __future__ import annotations

import re
from itertools import product
from random import Random
from typing import Any

from ..world import Document, World
from . import store
from .measuring import METRICS, Metric
from .metric_events import imported
from .results import measured_arms
from .settings import unit_document

PROJECT, ENVIRONMENT = "sandbox", "production"
MAINTAINERS = ("12ab3c45de678910fgh12345", "5ab0c0de5ab0c0de5ab0c0de", "5ab0feed5ab0feed5ab0feed")
EXAMPLE_FLAG, EXAMPLE_VARIATION = "example-flag-for-experiment", "e432f62b-55f6-49dd-a02f-eb24acf39d05"

_DAY = 86_400_000
_STALE = 23, 8  # in every 23 experiments, the eighth no longer receives data, as happens
_PLACES = (
    "Checkout", "Pricing page", "Search results", "Onboarding", "Product page", "Cart", "Sign-up form", "Homepage",
    "Newsletter", "Account settings", "Mobile menu", "Help centre", "Wish list", "Order history", "Landing page",
)  # fmt: skip
_IDEAS = (
    "shorter copy", "sticky button", "social proof", "one column", "larger images", "progress bar",
    "free shipping note", "dark theme", "inline validation", "guest mode", "trust badges", "annual plan first",
    "recently viewed", "video instead of text", "fewer fields",
)  # fmt: skip
_STATES = (
    "running",
    "stopped",
    "running",
    "running",
    "stopped",
    "running",
    "running",
    "not_started",
    "running",
    "archived",
)
_REASONS = ("Highest probability to be best", "Better for the secondary metric too", "No harm, and simpler to maintain")
_SPLITS = {
    2: (("50", "50"), ("50", "50"), ("50", "50"), ("80", "20"), ("90", "10")),
    3: (("34", "33", "33"), ("60", "20", "20")),
    4: (("25", "25", "25", "25"), ("40", "20", "20", "20")),
}


def seed_world(world: World, rng: Random, experiments: int) -> None:
    """One project with two environments, of which the second is empty, and this number of experiments in the first.

    The flag and the metric of the vendor's documentation are there too, as well as flags that are off or archived.
    """
    units = [unit_document("user", "user", default=True), unit_document("organization", "organization", default=False)]
    project = {
        "id": store.object_id(world),
        "key": PROJECT,
        "environments": [ENVIRONMENT, "test"],
        "created": _end(world) - 800 * _DAY,
        "units": units,
    }
    store.projects(world).put(PROJECT, project)
    for metric in METRICS:
        document = {"key": metric.key, "name": metric.name, "kind": metric.kind}
        store.metrics(world).put(f"{PROJECT}/{metric.key}", document)
    _keep_flag(world, EXAMPLE_FLAG, [EXAMPLE_VARIATION, store.variation_id(world)])
    _keep_flag(world, "flag-toggled-off", [store.variation_id(world), store.variation_id(world)], on=False)
    _keep_flag(world, "flag-archived", [store.variation_id(world), store.variation_id(world)], archived=True)
    subjects = list(product(_PLACES, _IDEAS))
    rng.shuffle(subjects)
    for index in range(experiments):
        turn, place = divmod(index, len(subjects))
        _add_experiment(world, rng, index, *subjects[place], turn)


def _end(world: World) -> int:
    """Until when it has been counted, in milliseconds."""
    return world.today * 1000


def listing(world: World) -> dict[str, Any]:
    """The experiments that have results, each with its flag and the metrics of its current iteration."""
    found = store.experiments(world).find(parent=f"{PROJECT}/{ENVIRONMENT}")
    current = [(experiment["key"], store.current(experiment)) for experiment in found]
    return {
        "project": PROJECT,
        "environment": ENVIRONMENT,
        "imported_events": imported(world),
        "experiments": [
            {
                "key": key,
                "flag": next(iter(iteration["flags"])),
                "metrics": [metric["key"] for metric in iteration["metrics"]],
            }
            for key, iteration in current
            if iteration and iteration["units"]
        ],
    }


def _keep_flag(world: World, key: str, variations: list[str], *, on: bool = True, archived: bool = False) -> Document:
    flag: Document = {
        "key": key,
        "variations": variations,
        "on": on,
        "archived": archived,
        "measured": [],
        "since": _end(world) - 60 * _DAY,
    }
    store.flags(world).put(f"{PROJECT}/{key}", flag)
    return flag


def _add_experiment(world: World, rng: Random, index: int, place: str, idea: str, turn: int) -> None:
    """One experiment about an idea for a place; later turns try the same idea again, with the same flag."""
    name = f"{place}: {idea}"
    key = re.sub(r"[^a-z0-9]+", "-", name.lower())
    flag = store.flags(world).get(f"{PROJECT}/{key}")
    if flag is None:
        flag = _keep_flag(world, key, [store.variation_id(world) for _ in range(rng.choice((2, 2, 2, 3, 4)))])
    state = _STATES[index % len(_STATES)]
    metrics = rng.sample(METRICS[:-1], 1 + rng.choice((0, 1, 1, 2)))
    iterations = _iterations(world, rng, index, state, flag, metrics)
    experiment: Document = {
        "id": store.object_id(world),
        "project": PROJECT,
        "environment": ENVIRONMENT,
        "key": f"{key}-{turn + 1}" if turn else key,
        "name": f"{name} ({turn + 1})" if turn else name,
        "description": f"Does {idea} help on the {place.lower()}?" if rng.random() < 0.8 else "",
        "maintainer": rng.choice(MAINTAINERS),
        "created": iterations[0]["created"],
        "archived": _end(world) - rng.randrange(_DAY) if state == "archived" else None,
        "iterations": iterations,
    }
    store.keep(world, experiment)
    flag["measured"] = sorted({*flag["measured"], *(metric.key for metric in metrics)})
    store.flags(world).put(f"{PROJECT}/{key}", flag)


def _iterations(
    world: World, rng: Random, index: int, state: str, flag: Document, metrics: list[Metric]
) -> list[Document]:
    """The iterations of an experiment, oldest first: former ones, the current one, a draft."""
    end = _end(world)
    if state == "not_started":
        return [_iteration(world, rng, flag, metrics, end - rng.randrange(30 * _DAY))]
    former = rng.choice((1, 2)) if index % 4 == 1 else 0
    iterations: list[Document] = []
    for back in range(former, -1, -1):
        iteration = _iteration(world, rng, flag, metrics, end - (back + 2) * 40 * _DAY + rng.randrange(20 * _DAY))
        stale = index % _STALE[0] == _STALE[1]
        _run(world, rng, iteration, ends=back > 0 or state != "running", late=5 * _DAY if stale else 0)
        iterations.append(iteration)
    if state == "running" and index % 6 == 2:
        iterations.append(_iteration(world, rng, flag, metrics, end - rng.randrange(5 * _DAY)))
    return iterations


def _iteration(world: World, rng: Random, flag: Document, metrics: list[Metric], created: int) -> Document:
    variations: list[str] = flag["variations"]
    return {
        "id": store.object_id(world),
        "hypothesis": f"{flag['key'].replace('-', ' ').capitalize()} improves {metrics[0].name.lower()}",
        "status": "not_started",
        "created": created,
        "started": None,
        "ended": None,
        "winner": None,
        "reason": None,
        "reshuffle": rng.random() < 0.9,
        "unit": "user",
        "flags": {flag["key"]: {"rule": "fallthrough", "version": rng.randint(1, 40)}},
        "metrics": [
            {"key": metric.key, "name": metric.name, "kind": metric.kind, "primary": place == 0}
            for place, metric in enumerate(metrics)
        ],
        "treatments": [
            {
                "id": store.variation_id(world),
                "name": f"Treatment {place}" if place else "Control",
                "baseline": place == 0,
                "allocation": share,
                "parameters": [{"flagKey": flag["key"], "variationId": variations[place]}],
            }
            for place, share in enumerate(rng.choice(_SPLITS[len(variations)]))
        ],
        "units": 0,
        "skew": 0.0,
    }


def _run(world: World, rng: Random, iteration: Document, *, ends: bool, late: int) -> None:
    """Let an iteration have run: it gets its units, and one in thirty a traffic split that is not the intended one."""
    iteration["started"] = iteration["created"] + rng.randrange(2 * _DAY)
    iteration["units"] = round(10 ** rng.uniform(3.2, 5.0))
    iteration["skew"] = 0.25 if rng.random() < 1 / 30 else 0.0
    if not ends:
        iteration |= {"status": "running", "seen": _end(world) - late - rng.randrange(3_600_000)}
        return
    ended = iteration["started"] + rng.randrange(7 * _DAY, 28 * _DAY)
    iteration |= {"status": "stopped", "ended": ended, "seen": ended - rng.randrange(3_600_000)}
    if rng.random() < 0.7:
        arms = measured_arms(world, iteration, iteration["metrics"][0]["key"])
        place = max(range(len(arms)), key=lambda place: arms[place].mean)
        iteration |= {"winner": iteration["treatments"][place]["id"], "reason": rng.choice(_REASONS)}
