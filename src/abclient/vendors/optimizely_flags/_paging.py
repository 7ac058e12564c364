"""How the lists of Feature Experimentation are paged.

Vendor documents: *Feature Experimentation API*, *Permission Service* (links with a ``page_token``), and *Flags
Scheduling* (numbers).
"""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from ...errors import InvalidPageTokenError, PagingError

if TYPE_CHECKING:
    from abclient_api._runtime import Request, Response


class TokenPagination:
    """Pages name the next one by links in ``next_url``, of which only the ``page_token`` is used.

    ``next_url`` is a list of links with the nearest first, a single link, or absent on the last page. So no link leads
    anywhere: the next page is asked for at the same path, with the same filters.
    """

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The ``page_token`` of the next page."""
        document = response.json()
        following: Any = document.get("next_url")
        link: Any = (following or [None])[0] if following.__class__ is list else following
        if not link:
            _check_last(document)
            return None
        return _token_in(link, base_url)

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The same request for the page with that token."""
        if not _PLAUSIBLE(token):
            raise InvalidPageTokenError(f"page_token must be the token of a page of this list, not {token!r}")
        return _with_parameter(request, "page_token", token)

    def total(self, response: Response) -> int | None:
        """``total_count``, or ``total`` where lists call it that."""
        document = response.json()
        found = [document.get(name) for name in ("total_count", "total")] if document.__class__ is dict else []
        return next((one for one in found if one.__class__ is int), None)


_PLAUSIBLE = re.compile(r"[\x21-\x7e]+").fullmatch


def _token_in(link: object, base_url: str) -> str:
    """The page_token of a link at the API's own address.

    Raises:
        PagingError: it has none, or leads elsewhere.
    """
    host = urlsplit(base_url).netloc
    parts, pairs = _parsed(link)
    tokens = [value for name, value in pairs if name == "page_token"]
    if parts is None:
        reason = "is not a link"
    elif parts.netloc not in ("", host):
        reason = f"leads to {parts.netloc} and not to {host}, where the API is asked for"
    elif len(tokens) > 1:
        reason = "has several page_tokens"
    elif not tokens or not _PLAUSIBLE(tokens[0]):
        reason = "has no page_token"
    else:
        return tokens[0]
    raise PagingError(f"the link to the next page {reason}, so it was not requested: {link!r}")


def _parsed(link: object) -> tuple[SplitResult | None, list[tuple[str, str]]]:
    """Parts and parameters of a link; None for what is not one."""
    if not isinstance(link, str) or re.search(r"[\x00-\x20\\]", link):
        return None, []
    try:
        parts = urlsplit(link)
        return parts, parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return None, []


def _check_last(document: dict[str, Any]) -> None:
    """Raise PagingError if a page without a link to the next one is not the last, so that items would be missed."""
    page: Any = document.get("page")
    pages: Any = document.get("total_pages")
    if page.__class__ is int and pages.__class__ is int and page < pages:
        raise PagingError(f"this is page {page} of {pages}, but the answer has no link to the next one")


class NumberPagination:
    """Pages have numbers, and say whether there is a further one."""

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The number of the next page."""
        document = response.json()
        if document.__class__ is not dict or document.get("has_more") is not True:
            return None
        return str(int(dict(parse_qsl(request.query)).get("page_no", "1")) + 1)

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The same request for the page with that number."""
        if not re.fullmatch("[1-9][0-9]{0,17}", token):
            raise InvalidPageTokenError(f"page_token must be the number of a page of this list, not {token!r}")
        return _with_parameter(request, "page_no", token)

    def total(self, response: Response) -> int | None:
        """As the response says."""
        document = response.json()
        found = document.get("total") if document.__class__ is dict else None
        return found if found.__class__ is int else None


def _with_parameter(request: Request[Any, Any], name: str, value: str) -> Request[Any, Any]:
    there = copy(request)
    others = [pair for pair in parse_qsl(request.query, keep_blank_values=True) if pair[0] != name]
    there.query = urlencode([*others, (name, value)])
    return there


BY_TOKEN = TokenPagination()
BY_NUMBER = NumberPagination()
