"""How LaunchDarkly's lists are paged: by links, or, where a response has no link, by its total or by a token.

Vendor documents: *Experiments (beta)*, the response of ``getExperiments``; and those of ``getMetrics``,
``searchContexts`` and ``getAuditLogEntries`` in the edition of October 2026.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, urlencode

from ...errors import PagingError
from ...paging import LinkPagination

if TYPE_CHECKING:
    from abclient_api._runtime import Request, Response


def _next_link(request: Request[Any, Any], response: Response) -> str | None:
    """The next page's link; where it is missing although the total says there is more, one is made.

    Raises:
        PagingError: a link does not lead on within the list, so that items would be missed without a word.
    """
    document = response.json()
    following = _inside(document, "_links", "next")
    link = _inside(following, "href")
    items, total, here = _inside(document, "items"), _total_count(response), _offset(request.query)
    if isinstance(link, str) and link:
        _check_leads_on(link, here, total)
        return link
    if items.__class__ is list and items and total is not None:
        if here is None:
            raise PagingError(f"this page is at no number, so that the next one cannot be counted: {request.query!r}")
        query = dict(parse_qsl(request.query))
        offset = here + len(items)
        return f"?{urlencode({**query, 'offset': offset})}" if offset < total else None
    if following:
        raise PagingError("the answer has a next page, but no link to it")
    return None


def _check_leads_on(link: str, here: int | None, total: int | None) -> None:
    query = link.partition("#")[0].partition("?")[2]
    if "offset" not in parse_qs(query, keep_blank_values=True):
        return
    offset = _offset(query)
    if offset is None or (here is not None and offset <= here) or (total is not None and offset > total):
        raise PagingError(f"the next page's offset does not lead further on in the list: {link!r}")


def _offset(query: str) -> int | None:
    """How many items the page that a query asks for skips; None for a malformed one."""
    given = parse_qs(query, keep_blank_values=True).get("offset", ["0"])
    return int(given[0]) if len(given) == 1 and _WHOLE(given[0]) else None


_WHOLE = re.compile("[0-9]{1,18}").fullmatch


def _total_count(response: Response) -> int | None:
    document = response.json()
    total = _inside(document, "total_count")
    if total is None:
        total = _inside(document, "totalCount")
    return total if total.__class__ is int else None


def _next_by_token(request: Request[Any, Any], response: Response) -> str | None:
    """The next page's link; without one, the same query with the response's continuation token."""
    document = response.json()
    link = _inside(document, "_links", "next", "href")
    if isinstance(link, str) and link:
        return link
    token = _inside(document, "continuationToken")
    if not isinstance(token, str) or not token or not _inside(document, "items"):
        return None
    query = dict(parse_qsl(request.query))
    if query.get("continuationToken") == token:
        raise PagingError(f"the next page is this one again: its token is {token!r}")
    return f"?{urlencode({**query, 'continuationToken': token})}"


def _inside(document: Any, *keys: str) -> Any:
    for key in keys:
        document = document.get(key) if document.__class__ is dict else None
    return document


BY_LINK = LinkPagination(_next_link, _total_count)
"""For lists by offset, and for those that have links only."""

BY_TOKEN = LinkPagination(_next_by_token, _total_count)
"""For contexts."""
