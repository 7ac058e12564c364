"""Listing, reading, creating, changing and deleting, the same for every kind."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.responses import Response

from ..shapes import read_changes, read_new
from ..vendor import Call, Handler, RefusedError, json_bytes, json_response
from ..world import Document, World
from . import history, store
from .kind import Kind
from .lists import required_id, stored_page, truths

Settle = Callable[[World, Document, Document | None], None]
"""Completes a new or changed document; the second is what it was before, None for a new one."""


def as_is(world: World, document: Document, before: Document | None) -> None:
    """Leave a document as it was sent."""


def list_in_project(kind: Kind, *flags: str) -> Handler:
    """List what belongs to the project of the query; ``flags`` are fields that the query can ask for."""

    def handle(world: World, call: Call) -> Response:
        project = store.find(world, "project", required_id(call.query, "project_id"))
        return stored_page(world, call, kind.name, parent=str(project["id"]), tags=truths(call.query, flags))

    return handle


def get(kind: Kind) -> Handler:
    """Read one."""

    def handle(world: World, call: Call) -> Response:
        key = ("get", kind.name, *call.path.values())
        body = world.memo(key, lambda: json_bytes(store.view(named(world, kind, call))))
        return Response(body, media_type="application/json")

    return handle


def create(kind: Kind, settle: Settle = as_is) -> Handler:
    """Make a new one."""

    def handle(world: World, call: Call) -> Response:
        return json_response(store.view(made(world, kind, call, settle)), 201)

    return handle


def made(world: World, kind: Kind, call: Call, settle: Settle) -> Document:
    """The document that a request makes, stored."""
    parents = _parents(world, call)
    document = read_new(kind.shape, call.json()) | parents
    project = document.get("project_id")
    if project is not None and store.documents(world, "project").get(str(project)) is None:
        raise RefusedError(400, f"There is no project {project}")
    complete(world, kind, document, store.moment(time.time()))
    settle(world, document, None)
    _check_key(world, kind, document)
    store.keep(world, kind.name, document)
    history.record(world, "create", kind.name, document)
    return document


def complete(world: World, kind: Kind, document: Document, when: str) -> None:
    """Give a new document its id, its times and what else only the vendor sets."""
    document |= {"id": store.new_id(world), **kind.shown, **dict.fromkeys(kind.times, when)}


def _parents(world: World, call: Call) -> Document:
    """What the path says the new document belongs to, and the project of that."""
    parents: Document = {}
    for name, identifier in call.path.items():
        parent = store.find(world, name.removesuffix("_id"), identifier)
        parents |= {"project_id": parent.get("project_id", parent["id"]), name: parent["id"]}
    return parents


def update(kind: Kind, settle: Settle = as_is) -> Handler:
    """Change the fields that are sent; those the kind does not know are passed over."""

    def handle(world: World, call: Call) -> Response:
        return json_response(store.view(changed(world, kind, call, settle)))

    return handle


def changed(world: World, kind: Kind, call: Call, settle: Settle) -> Document:
    """The document that a request changes, stored."""
    before = named(world, kind, call)
    changes = read_changes(kind.shape, call.json())
    changes.pop("project_id", None)  # nothing ever moves to another project
    document = {**before, **changes}
    if "last_modified" in kind.times:
        document["last_modified"] = store.now()
    settle(world, document, before)
    _check_key(world, kind, document)
    store.keep(world, kind.name, document)
    if changes:
        history.record(world, "update", kind.name, document, before)
    return document


def _check_key(world: World, kind: Kind, document: Document) -> None:
    if "key" not in store.TAGS.get(kind.name, ()) or not document.get("key"):
        return
    tags = {"key": [document["key"]]}
    found = store.documents(world, kind.name).find(parent=str(document["project_id"]), tags=tags)
    if any(other["id"] != document["id"] for other in found):
        raise RefusedError(400, f"The key {document['key']} is used by another {kind.name} of the project")


def keep_going(world: World, document: Document) -> None:
    """Nothing has to stop before this can be archived."""


def delete(kind: Kind, stop: Callable[[World, Document], None] = keep_going) -> Handler:
    """Archive one, after ``stop``, or, if its kind knows no archive, remove it."""

    def handle(world: World, call: Call) -> Response:
        document = named(world, kind, call)
        if kind.archives:
            _archive(world, kind, document, stop)
        else:
            store.documents(world, kind.name).delete(str(document["id"]))
            history.record(world, "delete", kind.name, document)
        return Response(status_code=204)

    return handle


def _archive(world: World, kind: Kind, document: Document, stop: Callable[[World, Document], None]) -> None:
    marks = {"status": "archived"} if "status" in kind.shown else {"archived": True}
    before = dict(document)
    if before | marks == before:
        if kind.refuses_twice:
            raise RefusedError(410, f"The {kind.name} {document['id']} is archived already")
        return
    stop(world, document)
    document |= marks
    if "last_modified" in kind.times:
        document["last_modified"] = store.now()
    store.keep(world, kind.name, document)
    history.record(world, "archive", kind.name, document, before)


def named(world: World, kind: Kind, call: Call) -> Document:
    """The document that a path names; 404 if there is none, or if it belongs to something else than the path says."""
    identifier = call.path[kind.path_parameter]
    document = store.find(world, kind.name, identifier)
    for name, value in call.path.items():
        if name != kind.path_parameter and str(document.get(name)) != value:
            raise RefusedError(404, f"There is no {kind.name} {identifier} with {name} {value}")
    return document
