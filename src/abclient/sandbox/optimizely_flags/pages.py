"""Lists: filters, order, pages, and the links between them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams
from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document

_SIZE, _LARGEST = 25, 500  # no document has the largest: a public dashboard asks for 500 flags
_TRUTHS = {"true": True, "false": False}
BASE = "/flags/v1"


def flag(query: QueryParams, name: str) -> bool | None:
    """A boolean parameter; None when it is not there."""
    if name not in query:
        return None
    if query[name] not in _TRUTHS:
        raise RefusedError(400, f"{name} must be true or false")
    return _TRUTHS[query[name]]


def several(query: QueryParams, name: str) -> list[str]:
    """A list parameter, repeated or separated by commas."""
    return [item for value in query.getlist(name) for item in value.split(",") if item]


def whole(query: QueryParams, name: str, default: int, most: int = 10**9) -> int:
    """A whole number from 1."""
    text = query.get(name, str(default))
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and 1 <= int(text) <= most):
        raise RefusedError(400, f"{name} must be a whole number from 1 to {most}")
    return int(text)


def matching(
    call: Call, found: Sequence[Document], *, texts: Sequence[str] = ("name", "key", "description")
) -> list[Document]:
    """Those that ``archived`` and ``query`` let through, in the order that ``sort`` wants."""
    archived, text = flag(call.query, "archived"), call.query.get("query", "").lower()
    kept = [one for one in found if archived is None or bool(one.get("archived")) == archived]
    if text:
        kept = [one for one in kept if any(text in str(one.get(name) or "").lower() for name in texts)]
    for word in reversed(several(call.query, "sort")):
        name, _, direction = word.partition(":")
        if direction not in ("asc", "desc"):
            raise RefusedError(400, f"sort must be FIELD:asc or FIELD:desc, not {word!r}")
        kept = sorted(kept, key=partial(_text_of, name), reverse=direction == "desc")
    return kept


def _text_of(name: str, document: Document) -> str:
    return str(document.get(name, ""))


def page(
    call: Call,
    found: Sequence[Document],
    show: Callable[[Document], Any],
    more: Mapping[str, Any] | None = None,
    *,
    single_link: bool = False,
    number: str = "",
) -> Response:
    """The requested page of a list, with links to those around it; ``number`` names a page where the list has that."""
    size = whole(call.query, "per_page", _SIZE, _LARGEST)
    window = whole(call.query, "page_window", 1, 10)
    at = _number(call.query, number)
    pages = max(1, -(-len(found) // size))
    if not 1 <= at <= pages:
        raise RefusedError(400, f"There is no page {at}")

    def link(target: int) -> str:
        others = [(name, value) for name, value in call.query.multi_items() if name not in _PAGING]
        path = quote(call.request.url.path.partition(BASE)[2])
        return f"{path}?{urlencode([*others, ('page_token', _token(target))])}#{target}"

    following = [link(target) for target in range(at + 1, min(pages, at + window) + 1)]
    before = [link(target) for target in range(at - 1, max(0, at - 1 - window), -1)]
    body: dict[str, Any] = {
        "url": link(at),
        "count": len(found[(at - 1) * size : at * size]),
        "page": at,
        "total_count": len(found),
        "total_pages": pages,
        "first_url": link(1),
        "last_url": link(pages),
        **(more or {}),
        "items": [show(one) for one in found[(at - 1) * size : at * size]],
    }
    for name, links in (("next_url", following), ("prev_url", before)):
        if links:  # absent, and not empty, where there are none
            body[name] = links[0] if single_link else links
    return json_response({name: value for name, value in body.items() if value is not None})


_PAGING = ("page_token", "page_number", "page")


def _token(number: int) -> str:
    return base64.b64encode(f"page {number}".encode()).decode()


def _number(query: QueryParams, name: str) -> int:
    if unknown := [one for one in ("page", "page_number") if one in query and one != name]:
        raise RefusedError(400, f"{unknown[0]}: Unknown field")
    if "page_token" not in query:
        return whole(query, name, 1) if name else 1
    try:
        word, number = base64.b64decode(query["page_token"], validate=True).decode().split(" ")
    except ValueError:
        word, number = "", ""
    if word != "page" or not (number.isascii() and number.isdecimal()):
        raise RefusedError(400, "The page_token is not one of this list")
    return int(number)
