"""What Convert's part of the world is made of, and how it is found.

Everything but projects is listed under its project. Ids are strings, except those of hypotheses, which are integers.
Fields that start with ``_`` are the sandbox's own and never shown: of everything ``_id``, under which it is kept, and
``_project``; of an experience ``_visitors`` (how many it had so far) and ``_until`` (when it stopped counting, in
seconds since 1970; None while it counts); of an audience ``_segment``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..vendor import RefusedError
from ..world import Document, Documents, World

NAME = "convert_v1"
ACCOUNT = "100123"


def new_id(world: World) -> str:
    """A new id, of nine digits."""
    return str(100_340_000 + 7 * world.next_number(NAME))


def documents(world: World, kind: str) -> Documents:
    """All documents of a kind."""
    return world.collection(NAME, kind)


def keep(world: World, kind: str, document: Document) -> None:
    """Store a document."""
    documents(world, kind).put(document["_id"], document, parent=document["_project"])


def project_of(world: World, path: Mapping[str, str]) -> Document:
    """The project that a path names; 404 if there is none."""
    return _found(documents(world, "project").get(path["project_id"]), "project", path["project_id"])


def find(world: World, kind: str, path: Mapping[str, str]) -> Document:
    """The document that a path names; 404 if there is none, or none in the project the path names."""
    project = project_of(world, path)
    if kind == "project":
        return project
    identifier = path[f"{kind}_id"]
    document = documents(world, kind).get(identifier)
    mine = document is not None and document["_project"] == project["_id"]
    return _found(document if mine else None, kind, identifier)


def _found(document: Document | None, kind: str, identifier: str) -> Document:
    if document is None:
        raise RefusedError(404, f"There is no {kind} {identifier}")
    return document


def view(document: Document) -> dict[str, Any]:
    """A document as callers see it."""
    return {name: value for name, value in document.items() if not name.startswith("_")}
