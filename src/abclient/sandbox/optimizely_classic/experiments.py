"""Experiments: create with their first two variations, update, delete with all that belongs to them."""

from __future__ import annotations

from typing import Any, cast

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import bodies, store
from .variations import new_variation

_CONDITION_CHECKS: dict[str, bodies.Check] = {
    "index": bodies.integer,
    "match_type": bodies.one_of("simple", "exact", "regex", "substring"),
    "value": bodies.string,
    "negate": bodies.boolean,
}
_CHECKS: dict[str, bodies.Check] = {
    "audience_ids": bodies.set_of(bodies.integer),
    "activation_mode": bodies.one_of("immediate", "manual", "conditional"),
    "description": bodies.text,
    "edit_url": bodies.text,
    "status": bodies.one_of("Running", "Paused", "Not started", "Archived"),
    "custom_css": bodies.string,
    "custom_js": bodies.string,
    "percentage_included": bodies.basis_points,
    "url_conditions": bodies.list_of(bodies.object_of(_CONDITION_CHECKS, required=["value"])),
    "experiment_type": bodies.one_of("ab", "multivariate", "multipage"),
}


def create_experiment(world: World, call: Call) -> Response:
    """A new experiment, with two variations of half the traffic each, and aimed at the page it is edited on."""
    project = store.named(world, call, "project")
    given = bodies.read(call, _CHECKS, required=["description", "edit_url"])
    _check(world, project["id"], given)
    created = store.stamp()
    experiment = new_experiment(world, project["id"], created)
    conditions = given.pop("url_conditions", None) or [{"value": given["edit_url"]}]
    experiment |= given
    experiment["url_conditions"] = _conditions(conditions, [], created)
    for place in (1, 2):
        variation = new_variation(world, experiment, f"Default Variation #{place}", weight=5000, created=created)
        store.keep(world, "variation", variation)
    store.keep(world, "experiment", experiment)
    return json_response(experiment, 201)


def update_experiment(world: World, call: Call) -> Response:
    """Change the fields that were sent; only A/B experiments can be changed."""
    experiment = store.named(world, call, "experiment")
    given = bodies.read(call, _CHECKS)
    check_simple(experiment)
    _check(world, experiment["project_id"], given)
    modified = store.stamp()
    if "url_conditions" in given:
        given["url_conditions"] = _conditions(given["url_conditions"], experiment["url_conditions"], modified)
    experiment |= {**given, "last_modified": modified}
    store.keep(world, "experiment", experiment)
    return json_response(experiment, 202)


def delete_experiment(world: World, call: Call) -> Response:
    """Delete an experiment with its variations, its schedules and its results, and take it off its goals."""
    experiment = store.named(world, call, "experiment")
    key = str(experiment["id"])
    for kind in ("variation", "schedule"):
        for document in store.children(world, kind, key):
            store.collection(world, kind).delete(str(document["id"]))
    for goal_id in experiment["display_goal_order_lst"]:
        goal = store.take(world, "goal", goal_id)
        goal["experiment_ids"].remove(experiment["id"])
        store.keep(world, "goal", goal)
    store.collection(world, "run").delete(key)
    store.collection(world, "experiment").delete(key)
    return Response(status_code=204)


def check_simple(experiment: Document) -> None:
    """Refuse to change what the API only lets be read."""
    if experiment["experiment_type"] != "ab":
        raise RefusedError(400, "Multivariate and multipage experiments cannot be changed through the API")


def _check(world: World, project: int, given: Document) -> None:
    if given.get("experiment_type", "ab") != "ab":
        raise RefusedError(400, "experiment_type must be ab: other experiments cannot be made through the API")
    store.check_owned(world, "audience", given.get("audience_ids", ()), project, "audience_ids")


def new_experiment(world: World, project: int, created: str) -> Document:
    """An experiment as it is before anything about it is said."""
    key = store.new_id(world)
    return {
        "id": key,
        "project_id": project,
        "variation_ids": [],
        "status": "Not started",
        "description": "",
        "details": "",
        "edit_url": "",
        "url_conditions": [],
        "percentage_included": 10_000,
        "activation_mode": "immediate",
        "conditional_code": None,
        "experiment_type": "ab",
        "is_multivariate": False,
        "audience_ids": [],
        "display_goal_order_lst": [],
        "primary_goal_id": None,
        "custom_css": "",
        "custom_js": "",
        "shareable_results_link": store.results_link(world, key),
        "created": created,
        "last_modified": created,
    }


def url_condition(index: int, value: str, created: str) -> Document:
    """The condition that makes a simple match."""
    return {
        "index": index,
        "match_type": "simple",
        "value": value,
        "negate": False,
        "created": created,
        "last_modified": created,
    }


def _conditions(given: object, present: list[Document], now: str) -> list[Document]:
    """URL conditions as they are kept; those that are as they were keep their times."""
    conditions: list[Document] = []
    for place, sent in enumerate(cast("list[dict[str, Any]]", given)):
        made = url_condition(place, "", now) | sent
        same = (old for old in present if all(old[field] == made[field] for field in _CONDITION_CHECKS))
        conditions.append(next(same, made))
    return conditions
