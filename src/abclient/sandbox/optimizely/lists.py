"""Pages of a list: which part is asked for, and the ``Link`` header that leads to the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.datastructures import QueryParams
from starlette.responses import Response

from ..vendor import Call, RefusedError, json_bytes
from ..world import World
from . import store

Tags = Mapping[str, Sequence[str]]
_WHOLE = re.compile(r"\d{1,9}")
_TRUTHS = {"": False, "false": False, "0": False, "true": True, "1": True}


def flag(query: QueryParams, name: str) -> bool:
    """A boolean parameter, false when it is not there."""
    value = _TRUTHS.get(query.get(name, "").lower())
    if value is None:
        raise RefusedError(400, f"{name} must be true or false")
    return value


def several(query: QueryParams, name: str) -> list[str]:
    """A list parameter, repeated or separated by commas."""
    return [item for value in query.getlist(name) for item in value.split(",") if item]


def required_id(query: QueryParams, name: str) -> str:
    """A parameter that must be there and an id."""
    value = query.get(name, "")
    if not value:
        raise RefusedError(400, f"The query parameter {name} is required")
    if not value.isdecimal():
        raise RefusedError(400, f"{name} must be an integer")
    return value


def stored_page(
    world: World, call: Call, kind: str, *, parent: str | None = None, tags: Tags | None = None
) -> Response:
    """The page that was asked for of what is stored."""
    page, size = _asked(call.query)
    stored = store.documents(world, kind)

    def make() -> bytes:
        found = stored.find(parent=parent, tags=tags, limit=size, offset=(page - 1) * size)
        return json_bytes([store.view(document) for document in found])

    body = world.memo((kind, parent, str(tags), page, size), make)
    return _answer(call, body, page, size, stored.count(parent=parent, tags=tags))


def made_page(call: Call, rows: Sequence[Any], show: Callable[[Any], Any] = lambda row: row) -> Response:
    """The requested page of the items that were made for this response."""
    page, size = _asked(call.query)
    chosen = rows[(page - 1) * size : page * size]
    return _answer(call, json_bytes([show(row) for row in chosen]), page, size, len(rows))


def _asked(query: QueryParams) -> tuple[int, int]:
    page, size = _whole(query, "page", 1), _whole(query, "per_page", 25)
    if size > 100:
        raise RefusedError(400, "per_page must be at most 100")
    return page, size


def _whole(query: QueryParams, name: str, default: int) -> int:
    value = query.get(name)
    if value is None:
        return default
    if not _WHOLE.fullmatch(value) or not int(value):
        raise RefusedError(400, f"{name} must be an integer of 1 or more")
    return int(value)


def _answer(call: Call, body: bytes, page: int, size: int, total: int) -> Response:
    response = Response(body, media_type="application/json")
    last = -(-total // size)
    # The last page names no last page: clients of this API have always taken that for its end.
    places = {"prev": page - 1} if page > 1 else {}
    places |= {"next": page + 1, "last": last} if page < last else {}
    if places:
        response.headers["Link"] = ",".join(f"<{_url(call, place, size)}>; rel={rel}" for rel, place in places.items())
    return response


def _url(call: Call, page: int, size: int) -> str:
    return str(call.request.url.include_query_params(page=page, per_page=size))
