"""Goals: what each type needs, and which experiments have them."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import bodies, store

CLICK, CUSTOM_EVENT, ENGAGEMENT, PAGEVIEW, REVENUE = range(5)
_CREATABLE = (CLICK, CUSTOM_EVENT, PAGEVIEW)
_NEEDED = {
    CLICK: ("selector", "target_to_experiments"),
    CUSTOM_EVENT: ("event",),
    PAGEVIEW: ("urls", "url_match_types"),
}
_LISTS = ("urls", "url_match_types", "target_urls", "target_url_match_types")

_match_types = bodies.list_of(bodies.one_of(1, 2, 3, 4))
_CHECKS: dict[str, bodies.Check] = {
    "addable": bodies.boolean,
    "archived": bodies.boolean,
    "description": bodies.string,
    "experiment_ids": bodies.set_of(bodies.integer),
    "goal_type": bodies.one_of(CLICK, CUSTOM_EVENT, ENGAGEMENT, PAGEVIEW, REVENUE),
    "selector": bodies.nullable(bodies.string),
    "target_to_experiments": bodies.nullable(bodies.boolean),
    "target_urls": bodies.list_of(bodies.string),
    "target_url_match_types": _match_types,
    "title": bodies.text,
    "urls": bodies.list_of(bodies.string),
    "url_match_types": _match_types,
}
_CREATE_CHECKS = {**_CHECKS, "event": bodies.nullable(bodies.string)}


def create_goal(world: World, call: Call) -> Response:
    """A new goal; what it needs depends on its type, and two types cannot be made."""
    project = store.named(world, call, "project")
    given = bodies.read(call, _CREATE_CHECKS, required=["title", "goal_type"])
    _check_type(given["goal_type"])
    _check_needed(given)
    store.check_owned(world, "experiment", given.get("experiment_ids", ()), project["id"], "experiment_ids")
    goal = new_goal(world, project["id"], store.stamp()) | given
    _check_pairs(goal)
    _connect(world, goal, [])
    store.keep(world, "goal", goal)
    return json_response(goal, 201)


def update_goal(world: World, call: Call) -> Response:
    """Change the fields that were sent; old goals cannot be changed."""
    goal = store.named(world, call, "goal")
    given = bodies.read(call, _CHECKS)
    if goal["is_editable"] is False:
        raise RefusedError(400, "This goal is too old to be edited")
    if given.get("goal_type", goal["goal_type"]) != goal["goal_type"]:
        _check_type(given["goal_type"])
    store.check_owned(world, "experiment", given.get("experiment_ids", ()), goal["project_id"], "experiment_ids")
    before: list[int] = goal["experiment_ids"]
    goal |= {**given, "last_modified": store.stamp()}
    _check_needed(goal)
    _check_pairs(goal)
    _connect(world, goal, before)
    store.keep(world, "goal", goal)
    return json_response(goal, 202)


def delete_goal(world: World, call: Call) -> Response:
    """Delete a goal and take it off all its experiments, with its results."""
    goal = store.named(world, call, "goal")
    before: list[int] = goal["experiment_ids"]
    _connect(world, goal | {"experiment_ids": []}, before)
    store.collection(world, "goal").delete(str(goal["id"]))
    return Response(status_code=204)


def new_goal(world: World, project: int, created: str) -> Document:
    """A goal as it is before anything about it is said."""
    return {
        "id": store.new_id(world),
        "project_id": project,
        "title": "",
        "goal_type": CLICK,
        "description": "",
        "event": None,
        "selector": None,
        "target_to_experiments": None,
        **{field: [] for field in _LISTS},
        "experiment_ids": [],
        "archived": False,
        "is_editable": None,
        "addable": True,
        "created": created,
        "last_modified": created,
    }


def _check_type(goal_type: int) -> None:
    if goal_type not in _CREATABLE:
        raise RefusedError(400, "goal_type must be 0 (click), 1 (custom event) or 3 (pageview)")


def _check_needed(goal: Document) -> None:
    needed = _NEEDED.get(goal["goal_type"], ())
    if goal["goal_type"] == CLICK and goal.get("target_to_experiments") is False:
        needed = (*needed, "target_urls", "target_url_match_types")
    for field in needed:
        # An empty list is a value (the goal matches nowhere); an empty selector or event name counts as missing.
        if goal.get(field) in (None, ""):
            raise RefusedError(400, f"{field} is required for goals of type {goal['goal_type']}")


def _check_pairs(goal: Document) -> None:
    for urls, kinds in (("urls", "url_match_types"), ("target_urls", "target_url_match_types")):
        if len(goal[urls]) != len(goal[kinds]):
            raise RefusedError(400, f"{kinds} must have one entry for each of {urls}")


def _connect(world: World, goal: Document, before: list[int]) -> None:
    """Bring the experiments' lists of goals in line with the goal's list of experiments."""
    for key in {*before, *goal["experiment_ids"]}:
        if key in before and key in goal["experiment_ids"]:
            continue
        experiment = store.take(world, "experiment", key)
        if key in before:
            experiment["display_goal_order_lst"].remove(goal["id"])
            if experiment["primary_goal_id"] == goal["id"]:
                experiment["primary_goal_id"] = None
        else:
            experiment["display_goal_order_lst"].append(goal["id"])
        store.keep(world, "experiment", experiment)
