"""Pages of a list: which part is asked for, and the ``Link`` header that leads to the others."""

from __future__ import annotations

import base64
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
_TOKEN = re.compile(r"page ([1-9]\d{0,8})")
_TRUTHS = {"": False, "false": False, "0": False, "true": True, "1": True}


def flag(query: QueryParams, name: str) -> bool:
    """A boolean parameter, false when it is not there."""
    value = _TRUTHS.get(query.get(name, "").lower())
    if value is None:
        raise RefusedError(400, f"{name} must be true or false")
    return value


def truths(query: QueryParams, names: Sequence[str]) -> dict[str, list[str]]:
    """The boolean parameters that are there, as tags to find documents by."""
    return {name: [str(flag(query, name)).lower()] for name in names if query.get(name)}


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
    page, size = _whole(call.query, "page", 1), _size(call.query)
    return _stored(world, call, kind, parent, tags, page, size, _by_number)


def token_page(world: World, call: Call, kind: str, *, parent: str) -> Response:
    """The same for a list whose pages have tokens in place of numbers."""
    page = _numbered(call.query.get("page_token", ""))
    _whole(call.query, "page_window", 1)
    return _stored(world, call, kind, parent, None, page, _size(call.query), _by_token)


def _stored(
    world: World,
    call: Call,
    kind: str,
    parent: str | None,
    tags: Tags | None,
    page: int,
    size: int,
    named: Callable[[int], dict[str, Any]],
) -> Response:
    stored = store.documents(world, kind)

    def make() -> bytes:
        found = stored.find(parent=parent, tags=tags, limit=size, offset=(page - 1) * size)
        return json_bytes([store.view(document) for document in found])

    body = world.memo((kind, parent, str(tags), page, size), make)
    return _answer(call, body, page, size, stored.count(parent=parent, tags=tags), named)


def made_page(call: Call, rows: Sequence[Any], show: Callable[[Any], Any] = lambda row: row) -> Response:
    """The requested page of the items that were made for this response."""
    page, size = _whole(call.query, "page", 1), _size(call.query)
    chosen = rows[(page - 1) * size : page * size]
    return _answer(call, json_bytes([show(row) for row in chosen]), page, size, len(rows), _by_number)


def _size(query: QueryParams) -> int:
    size = _whole(query, "per_page", 25)
    if size > 100:
        raise RefusedError(400, "per_page must be at most 100")
    return size


def _whole(query: QueryParams, name: str, default: int) -> int:
    value = query.get(name)
    if value is None:
        return default
    if not _WHOLE.fullmatch(value) or not int(value):
        raise RefusedError(400, f"{name} must be an integer of 1 or more")
    return int(value)


def _by_number(page: int) -> dict[str, Any]:
    return {"page": page}


def _by_token(page: int) -> dict[str, Any]:
    return {"page_token": base64.urlsafe_b64encode(f"page {page}".encode()).decode()}


def _numbered(token: str) -> int:
    """The number of the page that a token is of."""
    if not token:
        return 1
    try:
        found = _TOKEN.fullmatch(base64.urlsafe_b64decode(token).decode())
    except ValueError:
        found = None
    if found is None:
        raise RefusedError(400, "page_token is not one of this list's")
    return int(found[1])


def _answer(
    call: Call, body: bytes, page: int, size: int, total: int, named: Callable[[int], dict[str, Any]]
) -> Response:
    response = Response(body, media_type="application/json")
    last = -(-total // size)
    # The last page names no last page: clients of this API have always taken that for its end.
    places = {"prev": page - 1} if page > 1 else {}
    places |= {"next": page + 1, "last": last} if page < last else {}
    if places:
        url = call.request.url
        links = {rel: url.include_query_params(**named(place), per_page=size) for rel, place in places.items()}
        response.headers["Link"] = ",".join(f"<{link}>; rel={rel}" for rel, link in links.items())
    return response
