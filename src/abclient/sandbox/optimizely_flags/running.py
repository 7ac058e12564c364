"""What it means that a rule runs: REST API v2 has an experiment for it, with results, and there is a report on it."""

from __future__ import annotations

import time
from typing import Any

from ..optimizely import store as v2
from ..optimizely.apart import apart
from ..world import Document, World
from . import store

_FIRST_EXPERIMENT = 9_300_000_000_000
_AT_REST = {"concluded": "archived", "running": "paused"}
_KINDS = {"multi_armed_bandit": "multiarmed_bandit", "contextual_multi_armed_bandit": "multiarmed_bandit"}


def keep_ruleset(world: World, document: Document) -> None:
    """Store a ruleset that was changed, after its rules were brought in line with the switches."""
    for rule in document["rules"].values():
        settle(world, document, rule)
    states = [rule["status"] for rule in document["rules"].values()]
    document["status"] = "running" if document["enabled"] else "paused" if set(states) - {"draft"} else "draft"
    document |= {"revision": document["revision"] + 1, "updated_time": store.now()}
    at = store.place(document["_project"], document["flag_key"], document["environment_key"])
    store.keep(world, "ruleset", at, document)


def settle(world: World, ruleset: Document, rule: Document) -> None:
    """Bring state and experiment of a rule in line with its switches; a ruleset that is off leaves it "running"."""
    on = rule["enabled"] and not rule["archived"] and rule["status"] != "concluded"
    runs = on and ruleset["enabled"]
    if runs and rule["status"] != "running":
        rule["status"] = "running"
        start(world, ruleset, rule)
    elif not on and rule["status"] == "running":
        rule["status"] = "paused"
    count(world, rule, runs=runs)


def start(world: World, ruleset: Document, rule: Document, *, when: str = "") -> None:
    """Give an experiment that runs for the first time its ids, its report and its results."""
    if rule["type"] == "targeted_delivery" or "layer_experiment_id" in rule:
        return
    number = world.next_number(store.NAME)
    project, when = ruleset["_project"], when or store.now()
    experiment, layer = _FIRST_EXPERIMENT + 14 * number, _FIRST_EXPERIMENT + 14 * number - 7
    results = f"https://app.optimizely.com/v2/projects/{project}/results/{layer}/experiments/{experiment}"
    rule |= {
        "layer_experiment_id": experiment,
        "layer_id": layer,
        "report_key": f"{rule['key']}_{number}",
        "fetch_results_ui_url": results,
    }
    report = {
        "id": store.new_id(world),
        "key": rule["report_key"],
        "flag_key": ruleset["flag_key"],
        "rule_key": rule["key"],
        "environment_key": ruleset["environment_key"],
        "layer_experiment_id": rule["layer_experiment_id"],
        "fetch_results_ui_url": results,
        "archived": False,
        "revision": 1,
        "start_time": when,
        "created_time": when,
        "updated_time": when,
    }
    at = store.place(project, ruleset["environment_key"], report["key"])
    store.keep(world, "report", at, report)


def count(
    world: World, rule: Document, *, runs: bool, visitors: int = 0, when: str = "", until: float | None = None
) -> None:
    """Keep the experiment of a rule as v2 has it: it counts while the rule runs."""
    if "layer_experiment_id" not in rule:
        return
    there = apart(world)
    key = str(rule["layer_experiment_id"])
    known = v2.documents(there, "experiment").get(key)
    if known is None:
        known = _fresh(rule, visitors, when or store.now()) | {"_until": until}
    if not runs and known["_until"] is None:
        known["_until"] = time.time()
    elif runs and known["status"] not in ("running", None):
        known["_until"] = None
    known |= {
        "name": rule["name"],
        "status": "running" if runs else _AT_REST.get(rule["status"], rule["status"]),
        "variations": [_variation(one) for one in rule["variations"].values()],
        "metrics": [{"scope": "visitor", "event_id": None, **one} for one in rule["metrics"]],
    }
    v2.keep(there, "experiment", known)


def _fresh(rule: Document, visitors: int, when: str) -> Document:
    return {
        "id": rule["layer_experiment_id"],
        "project_id": rule["_project"],
        "type": _KINDS.get(rule["type"], "a/b"),
        "created": when,
        "last_modified": when,
        "earliest": when,
        "is_classic": False,
        "_visitors": visitors,
        "status": None,
        "_pending": False,
        "_draft": False,
    }


def _variation(one: Document) -> dict[str, Any]:
    """Results name a variation by its number in the rule."""
    share = one.get("percentage_included", 0)
    return {"variation_id": one["id"], "name": one["name"], "key": one["key"], "weight": share, "archived": False}


def forget(world: World, project: int, ruleset: Document, rule: Document) -> None:
    """A removed rule leaves its results, but no report."""
    if "report_key" in rule:
        at = store.place(project, ruleset["environment_key"], rule["report_key"])
        store.documents(world, "report").delete(at)
