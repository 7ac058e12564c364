"""Reading, adding, changing and removing, the same for every kind."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, cast

from starlette.responses import Response

from ..shapes import Shape, integer, list_of, one_of, optional, read_new, required
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import history, store
from .kinds import Kind
from .lists import body_of
from .views import asked_in_url, view

Settle = Callable[[World, Document, Document | None], None]
"""Completes a new or changed document; the second is what it was before, None for a new one."""


def nothing(world: World, document: Document, before: Document | None) -> None:
    """A document is as it was sent."""


def show(world: World, kind: Kind, document: Document, call: Call, status: int = 200) -> Response:
    """A document in a response, with what the URL asks for."""
    return json_response(
        view(world, kind, document, asked_in_url(call, "include"), asked_in_url(call, "expand")), status
    )


def written(world: World, kind: Kind, document: Document, call: Call, status: int = 200) -> Response:
    """A document that was written: responses to changes hold optional fields, too."""
    expand = asked_in_url(call, "expand")
    return json_response(view(world, kind, document, kind.optional, expand), status)


def get(kind: Kind, *, by_key: bool = False) -> Handler:
    """Read one."""
    return lambda world, call: show(world, kind, store.find(world, kind.name, call.path, by_key=by_key), call)


def add(kind: Kind, settle: Settle) -> Handler:
    """Make a new one."""

    def handle(world: World, call: Call) -> Response:
        store.check_account(call.path)
        project = store.project_of(world, call.path)["id"] if "project_id" in call.path else 0
        document = made(world, kind, whole_body(call, kind.shape), project)
        settle(world, document, None)
        store.keep(world, kind.name, document)
        history.record(world, kind.name, document, "add")
        return written(world, kind, document, call, 201)

    return handle


def whole_body(call: Call, shape: Shape) -> Document:
    """The fields of a new document, with their defaults; 422 if one is missing or cannot be."""
    try:
        return read_new(shape, call.json() if call.body else {})
    except RefusedError as refusal:
        raise RefusedError(422, refusal.message) from None


def made(world: World, kind: Kind, fields: Document, project: int) -> Document:
    """A new document with an id."""
    now = int(time.time())
    stamps = {"updated_at": now} if "created_by" in kind.shown else {}
    if stamps and kind.name != "knowledge_base":
        stamps["created_at"] = now
    return {**kind.shown, **fields, **stamps, "id": store.new_id(world), "_project": project}


def update(kind: Kind, settle: Settle, status: int = 200, *, only: tuple[str, ...] = ()) -> Handler:
    """Change the given fields, and respond with the whole object."""
    shape = {name: field for name, field in kind.shape.items() if not only or name in only}

    def handle(world: World, call: Call) -> Response:
        before = store.find(world, kind.name, call.path)
        sent = body_of(call, shape)
        store.check_key(before, sent)
        if missing := [name for name in only if name not in sent]:
            raise RefusedError(422, f"{missing[0]} is required")
        document = {**before, **sent}
        settle(world, document, before)
        if "updated_at" in document:
            document["updated_at"] = int(time.time())
        store.keep(world, kind.name, document)
        history.record(world, kind.name, document, "edit", before)
        return written(world, kind, document, call, status)

    return handle


def remove(kind: Kind, *, shows: bool = False) -> Handler:
    """Remove one; some kinds respond with what was removed."""

    def handle(world: World, call: Call) -> Response:
        document = store.find(world, kind.name, call.path)
        _drop(world, kind, document)
        return show(world, kind, document, call) if shows else done()

    return handle


def _drop(world: World, kind: Kind, document: Document) -> None:
    key = document["sdk_key"] if kind.name == "sdk_key" else document["id"]
    store.documents(world, kind.name).delete(str(key))
    history.record(world, kind.name, document, "delete")


def done(message: str = "Success") -> Response:
    """That it is done."""
    return json_response({"code": 200, "message": message})


def clone(kind: Kind, change: Callable[[World, Document, Document], None]) -> Handler:
    """Copy one."""

    def handle(world: World, call: Call) -> Response:
        before = store.find(world, kind.name, call.path)
        sent: Any = call.json() if call.body else {}
        name: Any = cast("dict[str, Any]", sent).get("name") if isinstance(sent, dict) else None
        document: Document = {**before, "id": store.new_id(world), "name": name or f"{before['name']} (copy)"}
        change(world, document, before)
        store.keep(world, kind.name, document)
        history.record(world, kind.name, document, "clone")
        return written(world, kind, document, call, 201)

    return handle


_MOST_IN_BULK = 100


def bulk(kind: Kind, settle: Settle | None, *statuses: str) -> Handler:
    """Change the status of several, or remove them; what fails is named."""
    shape: Shape = {"id": required(list_of(integer))}
    if settle is not None:
        shape = {**shape, "status": required(one_of(*statuses)) if statuses else optional(list_of(integer))}

    def handle(world: World, call: Call) -> Response:
        project = store.project_of(world, call.path)["id"]
        sent = whole_body(call, shape)
        if len(sent["id"]) > _MOST_IN_BULK:
            raise RefusedError(422, f"id must have at most {_MOST_IN_BULK} items")
        errors: list[dict[str, Any]] = []
        for identifier in sent["id"]:
            found = store.documents(world, kind.name).get(str(identifier))
            if found is None or found["_project"] != project:
                errors.append({"id": identifier, "message": f"There is no {kind.name} {identifier}"})
            elif settle is None:
                _drop(world, kind, found)
            else:
                document = {**found, "status": sent["status"]}
                settle(world, document, found)
                store.keep(world, kind.name, document)
        return json_response({"code": 200, "message": "Success", "errors": errors})

    return handle
