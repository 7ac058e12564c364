"""What Feature Experimentation's part of the world is made of, and how it is found.

A document is found by its place: the project and the keys that its path has. Fields that start with ``_`` are the
sandbox's own and are never shown.
"""

from __future__ import annotations

import time
from typing import Any

from .. import json_patch
from ..optimizely.apart import FLAGS as NAME
from ..optimizely.store import ACCOUNT, moment
from ..vendor import Call, RefusedError
from ..world import Document, Documents, World

__all__ = ["ACCOUNT", "NAME", "documents", "find", "keep", "moment", "new_id", "now", "patched", "place", "view"]

_FIRST, _BEYOND_FLOATS = 4_678_434_000_000_000, 20_000_000_000_000_001
"""Where ids begin: the vendor's have up to 16 digits; what is beyond 2**53, JavaScript rounds."""


def new_id(world: World) -> int:
    """A new id; in a world with large ids, one in three is beyond 2**53."""
    count = world.next_number(NAME)
    return (_BEYOND_FLOATS if world.large_ids and count % 3 == 0 else _FIRST) + 977 * count


def documents(world: World, kind: str) -> Documents:
    """All documents of a kind."""
    return world.collection(NAME, kind)


def place(*parts: object) -> str:
    """Where a document is; keys have no slashes."""
    return "/".join(str(part).replace("/", "%2F") for part in parts)


def keep(world: World, kind: str, at: str, document: Document) -> None:
    """Store a document, listed under what its place begins with."""
    documents(world, kind).put(at, document, parent=at.rpartition("/")[0])


def find(world: World, kind: str, *parts: object) -> Document:
    """The document at a place; 404 if there is none."""
    document = documents(world, kind).get(place(*parts))
    if document is None:
        raise RefusedError(404, f"There is no {kind} {parts[-1]}")
    return document


def patched(document: Any, call: Call) -> Any:
    """What the patch in a request makes of a document. What exists is not added again, as callers report."""
    return json_patch.patched(document, call.json(), add_replaces=False)


def view(document: Document) -> dict[str, Any]:
    """A document as callers see it."""
    return {name: value for name, value in document.items() if not name.startswith("_")}


def now() -> str:
    """The time now, as the API writes it."""
    return moment(time.time())
