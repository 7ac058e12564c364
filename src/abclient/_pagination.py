"""How the pages of a list follow one another: not at all, or by links; vendors may have ways of their own."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, Protocol

from abclient_api._runtime import Request, Response

from . import _links
from .errors import InvalidPageTokenError, PagingError


class Pagination(Protocol):
    """How a vendor's pages follow one another."""

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The token of the page after this one, or None after the last.

        Raises:
            PagingError: there is a further page, and the way to it is malformed or leads elsewhere.
        """
        ...

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The request for the page with that token, made from the request for the first.

        Raises:
            InvalidPageTokenError: not a token of such a list; tokens may have travelled, and are not to be trusted.
        """
        ...

    def total(self, response: Response) -> int | None:
        """How many items the whole list has, where the response says so."""
        ...


class SinglePage:
    """The vendor returns the whole list at once."""

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """There is no further page."""
        return None

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """There is no such page."""
        raise InvalidPageTokenError(f"this list has one page, there is none at {token!r}")

    def total(self, response: Response) -> int | None:
        """The response does not say."""
        return None


class LinkPagination:
    """Pages name the next one by a link, on the API's own host.

    The token of a page is its path and query.

    Args:
        find: the link in the response to a request, or None after the last page.
        count: the size of the whole list, where the response has it.
    """

    def __init__(
        self,
        find: Callable[[Request[Any, Any], Response], str | None],
        count: Callable[[Response], int | None] = lambda response: None,
    ) -> None:
        self._find = find
        self._count = count

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """Path and query of the next page."""
        link = self._find(request, response)
        if not link:
            return None
        target = _links.resolve_same_origin(base_url, link, path_and_query(request.path, request.query))
        if target is None:
            raise PagingError(f"the next page is not below {base_url}, so it was not requested: {link!r}")
        return path_and_query(*target)

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The same request at the link's path and query.

        Raises:
            InvalidPageTokenError: it leads elsewhere than below ``base_url``.
        """
        target = _links.resolve_same_origin(base_url, base_url + token, request.path)
        if target is None:
            raise InvalidPageTokenError(f"page_token must be the token of a page of this list, not {token!r}")
        there = copy(request)
        there.path, there.query = target
        return there

    def total(self, response: Response) -> int | None:
        """As the response says."""
        return self._count(response)


def path_and_query(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
