"""What all kinds of resources do in the same way: being read, listed, and deleted without further effects."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, Handler, json_bytes
from ..world import World
from . import store


def reading(kind: str) -> Handler:
    """Answers with the resource that the path names."""

    def handle(world: World, call: Call) -> Response:
        key = (store.NAME, kind, call.path[f"{kind}_id"])
        return _json(world.memo(key, lambda: json_bytes(store.named(world, call, kind))))

    return handle


def listing(kind: str) -> Handler:
    """Answers with all resources of a kind that the parent in the path has; 404 if there is no such parent."""
    parent = store.PARENTS[kind]

    def handle(world: World, call: Call) -> Response:
        def documents() -> bytes:
            store.take(world, parent.removesuffix("_id"), call.path[parent])
            return json_bytes(store.children(world, kind, call.path[parent]))

        return _json(world.memo((store.NAME, kind, parent, call.path[parent]), documents))

    return handle


def deleting(kind: str) -> Handler:
    """Deletes the resource that the path names, and nothing else."""

    def handle(world: World, call: Call) -> Response:
        store.named(world, call, kind)
        store.collection(world, kind).delete(call.path[f"{kind}_id"])
        return Response(status_code=204)

    return handle


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json")
