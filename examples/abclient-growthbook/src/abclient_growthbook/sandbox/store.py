"""What GrowthBook's part of the world is made of, and how it is found and shown.

Documents are kept as responses show them. Fields that begin with ``_`` are the sandbox's own and never shown.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response

from abclient.sandbox.vendor import Call, RefusedError, json_response
from abclient.sandbox.world import Document, Documents, World

NAME = "growthbook"
NOW = "2026-08-21T12:00:00.000Z"
"""When whatever a request makes or changes was made or changed: the sandbox's clock does not advance."""

_MOST = 100
_USUAL = 10


def documents(world: World, kind: str) -> Documents:
    """All documents of a kind."""
    return world.collection(NAME, kind)


def new_id(world: World, prefix: str) -> str:
    """A new id, as the vendor's look."""
    return f"{prefix}_{world.next_number(NAME):06x}"


def find(world: World, kind: str, identifier: str, called: str = "") -> Document:
    """The document with an id; where there is none, 400, as the vendor answers."""
    found = documents(world, kind).get(identifier)
    if found is None:
        raise RefusedError(400, f"Could not find {called or kind} with that id")
    return found


def shown(document: Document) -> Document:
    """A document without what is the sandbox's own."""
    return {name: value for name, value in document.items() if not name.startswith("_")}


def envelope(name: str, document: Document) -> Response:
    """A response about one document."""
    return json_response({name: shown(document)})


def window(call: Call) -> tuple[int, int]:
    """The limit and the offset that a request asks for."""
    limit, offset = (_whole(call, name, usual) for name, usual in (("limit", _USUAL), ("offset", 0)))
    if not 1 <= limit <= _MOST:
        raise RefusedError(400, f"Querystring: [limit] must be from 1 to {_MOST}")
    return limit, offset


def _whole(call: Call, name: str, usual: int) -> int:
    text = call.query.get(name, str(usual))
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise RefusedError(400, f"Querystring: [{name}] Invalid input: expected int")
    return int(text)


def page(call: Call, name: str, found: list[Any], total: int) -> Response:
    """A page of a list, of which the items are given."""
    limit, offset = window(call)
    following = offset + limit if offset + limit < total else None
    about = {"count": len(found), "total": total, "hasMore": following is not None, "nextOffset": following}
    return json_response({name: found, "limit": limit, "offset": offset, **about})


def list_of(world: World, call: Call, kind: str, name: str, wanted: dict[str, str | None]) -> Response:
    """A page of the documents of a kind whose tags have the wanted values; None means any."""
    limit, offset = window(call)
    tags = {tag: [value] for tag, value in wanted.items() if value is not None}
    of_kind = documents(world, kind)
    found = of_kind.find(tags=tags, limit=limit, offset=offset)
    return page(call, name, [shown(one) for one in found], of_kind.count(tags=tags))


def moment(seconds: float) -> str:
    """A time as the vendor writes it, from seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def keep(world: World, kind: str, document: Document) -> None:
    """Store a document, to be found by its project, its status and the like."""
    tags = [(tag, str(document[tag])) for tag in ("project", "status", "trackingKey") if document.get(tag)]
    tags += [("datasource", document[name]) for name in ("datasourceId", "datasource") if name in document]
    settings = document.get("settings")
    if kind == "experiment" and settings:
        tags.append(("datasource", settings["datasourceId"]))
    documents(world, kind).put(document["id"], document, tags=tags)
