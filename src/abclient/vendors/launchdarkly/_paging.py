"""How LaunchDarkly's lists are paged: by links, or by its total where an answer has no link.

Vendor document: *Experiments (beta)*, the answer of ``getExperiments``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from ...paging import Linked

if TYPE_CHECKING:
    from abclient_api._runtime import Request, Response


def _next_link(request: Request[Any, Any], response: Response) -> str | None:
    """The next page's link; where it is missing although ``total_count`` says there is more, one is made."""
    document = response.json()
    link = _inside(document, "_links", "next", "href")
    if isinstance(link, str):
        return link
    items, total = _inside(document, "items"), _total_count(response)
    if not items or total is None:
        return None
    query = dict(parse_qsl(request.query))
    offset = int(query.get("offset", "0")) + len(items)
    return f"{request.path}?{urlencode({**query, 'offset': offset})}" if offset < total else None


def _total_count(response: Response) -> int | None:
    total = _inside(response.json(), "total_count")
    return total if isinstance(total, int) else None


def _inside(document: Any, *keys: str) -> Any:
    for key in keys:
        document = document.get(key) if document.__class__ is dict else None
    return document


BY_LINK = Linked(_next_link, _total_count)
"""For every list of this vendor."""
