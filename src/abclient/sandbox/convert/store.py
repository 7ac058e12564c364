"""What Convert's part of the world is made of, and how it is found.

Ids are integers. Fields that start with ``_`` are the sandbox's own and never shown: of everything ``_project``; of an
experience ``_visitors`` (how many it had so far), ``_until`` (when it stopped counting, in seconds since 1970; None
while it counts) and ``_received`` (the parts of the visitors that variations got, where these are not as intended).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from ..vendor import RefusedError
from ..world import Document, Documents, World

NAME = "convert"
ACCOUNT = 100123
"""The id of the one account that credentials reach."""


def new_id(world: World) -> int:
    """A new id, of nine digits."""
    return 100_340_000 + 7 * world.next_number(NAME)


def documents(world: World, kind: str) -> Documents:
    """All documents of a kind."""
    return world.collection(NAME, kind)


def keep(world: World, kind: str, document: Document) -> None:
    """Store a document, with the hash of its state if it has one."""
    if "concurrency_key" in document:
        document["concurrency_key"] = state_key(document)
    key = document.get("sdk_key") if kind == "sdk_key" else document["id"]
    documents(world, kind).put(str(key), document, parent=str(document["_project"]))


def state_key(document: Document) -> str:
    """A hash of the state of an object."""
    known = {name: value for name, value in document.items() if name != "concurrency_key"}
    return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:24]


def check_account(path: Mapping[str, str]) -> None:
    """404 if the path names another account than there is."""
    if path.get("account_id", str(ACCOUNT)) != str(ACCOUNT):
        raise RefusedError(404, f"There is no account {path['account_id']}")


def project_of(world: World, path: Mapping[str, str]) -> Document:
    """The project that a path names; 404 if there is none."""
    check_account(path)
    return _found(documents(world, "project").get(path["project_id"]), "project", path["project_id"])


def find(world: World, kind: str, path: Mapping[str, str], *, by_key: bool = False) -> Document:
    """The document that a path names, by its id or its key; 404 if there is none in the project."""
    project = project_of(world, path)
    if kind == "project":
        return project
    wanted = path["sdk_key" if kind == "sdk_key" else f"{kind}_id"]
    document = documents(world, kind).get(wanted)
    if document is None and by_key:
        of_project = documents(world, kind).find(parent=str(project["id"]))
        document = next((one for one in of_project if one.get("key") == wanted), None)
    mine = document is not None and document["_project"] == project["id"]
    return _found(document if mine else None, kind, wanted)


def _found(document: Document | None, kind: str, identifier: str) -> Document:
    if document is None:
        raise RefusedError(404, f"There is no {kind} {identifier}")
    return document


def check_key(document: Document, sent: Mapping[str, Any]) -> None:
    """409 if the change was made to another state than there is."""
    key = sent.get("concurrency_key")
    if key is not None and key != document.get("concurrency_key"):
        raise RefusedError(409, "The object has been changed since it was read")
