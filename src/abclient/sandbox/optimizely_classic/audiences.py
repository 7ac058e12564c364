"""Audiences: create and update. Deleting does not exist."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import bodies, store
from .conditions import check_conditions

_SEGMENTS = 10

_CHECKS: dict[str, bodies.Check] = {
    "name": bodies.text,
    "description": bodies.string,
    "conditions": check_conditions,
    "segmentation": bodies.boolean,
}


def create_audience(world: World, call: Call) -> Response:
    """A new audience; without conditions it matches no visitors."""
    project = store.named(world, call, "project")
    given = bodies.read(call, _CHECKS, required=["name"])
    audience = new_audience(world, project["id"], store.stamp())
    _check_segments(world, audience, given)
    audience |= given
    store.keep(world, "audience", audience)
    return json_response(audience, 201)


def update_audience(world: World, call: Call) -> Response:
    """Change the fields that were sent."""
    audience = store.named(world, call, "audience")
    given = bodies.read(call, _CHECKS)
    _check_segments(world, audience, given)
    audience |= {**given, "last_modified": store.stamp()}
    store.keep(world, "audience", audience)
    return json_response(audience, 202)


def new_audience(world: World, project: int, created: str) -> Document:
    """An audience as it is before anything about it is said."""
    return {
        "id": store.new_id(world),
        "project_id": project,
        "name": "",
        "description": "",
        "conditions": "[]",
        "segmentation": False,
        "archived": False,
        "created": created,
        "last_modified": created,
    }


def _check_segments(world: World, audience: Document, given: Document) -> None:
    """Results of a project can be segmented by ten audiences and dimensions; a dimension always counts."""
    if audience["segmentation"] or not given.get("segmentation"):
        return
    project = audience["project_id"]
    used = sum(other["segmentation"] for other in store.children(world, "audience", project))
    if used + store.collection(world, "dimension").count(parent=str(project)) >= _SEGMENTS:
        raise RefusedError(400, f"segmentation is enabled for {_SEGMENTS} audiences and dimensions already")
