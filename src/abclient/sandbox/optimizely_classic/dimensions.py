"""Dimensions: their names and API names are unique in a project."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import bodies, store

_CHECKS: dict[str, bodies.Check] = {
    "name": bodies.text,
    "client_api_name": bodies.string,
    "description": bodies.string,
}


def create_dimension(world: World, call: Call) -> Response:
    """A new dimension."""
    project = store.named(world, call, "project")
    given = bodies.read(call, _CHECKS, required=["name"])
    dimension = new_dimension(world, project["id"], store.stamp()) | given
    _check_unique(world, dimension)
    store.keep(world, "dimension", dimension)
    return json_response(dimension, 201)


def update_dimension(world: World, call: Call) -> Response:
    """Change the fields that were sent."""
    dimension = store.named(world, call, "dimension")
    dimension |= {**bodies.read(call, _CHECKS), "last_modified": store.stamp()}
    _check_unique(world, dimension)
    store.keep(world, "dimension", dimension)
    return json_response(dimension, 202)


def new_dimension(world: World, project: int, modified: str) -> Document:
    """A dimension as it is before anything about it is said."""
    return {
        "id": store.new_id(world),
        "project_id": project,
        "name": "",
        "client_api_name": "",
        "description": "",
        "last_modified": modified,
    }


def _check_unique(world: World, dimension: Document) -> None:
    for other in store.children(world, "dimension", dimension["project_id"]):
        for field in ("name", "client_api_name"):
            if other["id"] != dimension["id"] and dimension[field] and other[field] == dimension[field]:
                raise RefusedError(400, f"{field} is taken by another dimension: {dimension[field]}")
