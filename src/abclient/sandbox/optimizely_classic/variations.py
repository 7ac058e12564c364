"""Variations: create, update, delete; their experiment's list of them follows."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import bodies, store

_CHECKS: dict[str, bodies.Check] = {
    "description": bodies.text,
    "is_paused": bodies.boolean,
    "js_component": bodies.string,
    "weight": bodies.nullable(bodies.basis_points),
}


def create_variation(world: World, call: Call) -> Response:
    """A new variation; without a weight it has no traffic, and the weights of the others stay as they are."""
    experiment = store.named(world, call, "experiment")
    given = bodies.read(call, _CHECKS, required=["description"])
    if experiment["is_multivariate"]:
        raise RefusedError(400, "Multivariate experiments cannot be changed through the API")
    now = store.stamp()
    variation = new_variation(world, experiment, given["description"], weight=0, created=now) | given
    experiment["last_modified"] = now
    store.keep(world, "variation", variation)
    store.keep(world, "experiment", experiment)
    return json_response(variation, 201)


def update_variation(world: World, call: Call) -> Response:
    """Change the fields that were sent."""
    variation = store.named(world, call, "variation")
    variation |= bodies.read(call, _CHECKS)
    store.keep(world, "variation", variation)
    return json_response(variation, 202)


def delete_variation(world: World, call: Call) -> Response:
    """Delete a variation, and its results."""
    variation = store.named(world, call, "variation")
    experiment = store.take(world, "experiment", variation["experiment_id"])
    experiment["variation_ids"].remove(variation["id"])
    experiment["last_modified"] = store.stamp()
    store.keep(world, "experiment", experiment)
    store.collection(world, "variation").delete(str(variation["id"]))
    runs = store.collection(world, "run")
    if run := runs.get(str(experiment["id"])):
        run["arms"] = [arm for arm in run["arms"] if variation["id"] not in arm["variation_ids"]]
        runs.put(str(experiment["id"]), run)
    return Response(status_code=204)


def new_variation(
    world: World, experiment: Document, description: str, *, weight: int | None, created: str
) -> Document:
    """A variation without code, at the end of its experiment's list of them."""
    key = store.new_id(world)
    experiment["variation_ids"].append(key)
    return {
        "id": key,
        "experiment_id": experiment["id"],
        "project_id": experiment["project_id"],
        "description": description,
        "js_component": "",
        "weight": weight,
        "is_paused": False,
        "section_id": None,
        "created": created,
    }
