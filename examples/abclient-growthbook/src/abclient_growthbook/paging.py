"""How GrowthBook's lists are paged, and what all of its collections have in common.

Vendor document: the schema ``PaginationFields``. A page says whether another one follows, and at which offset.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

from abclient import Collection, InvalidPageTokenError, Pager, PagingError, Resource
from abclient.paging import Pagination
from abclient_api._runtime import Body, Request, Response, from_fields

R = TypeVar("R", bound=Resource[Any])


class OffsetPagination:
    """Pages begin at an offset, which is their token."""

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The offset of the page after this one.

        Raises:
            PagingError: there is one, and its offset is not beyond that of this page.
        """
        document = _object(response)
        if document.get("hasMore") is not True:
            return None
        following = document.get("nextOffset")
        here = int(dict(parse_qsl(request.query)).get("offset", "0"))
        if not isinstance(following, int) or following <= here:
            raise PagingError(f"the page at offset {here} says that another one follows at {following!r}")
        return str(int(following))

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The same request at that offset."""
        if not re.fullmatch("[1-9][0-9]{0,17}", token):
            raise InvalidPageTokenError(f"page_token must be the offset of a page of this list, not {token!r}")
        there = copy(request)
        others = [pair for pair in parse_qsl(request.query, keep_blank_values=True) if pair[0] != "offset"]
        there.query = urlencode([*others, ("offset", token)])
        return there

    def total(self, response: Response) -> int | None:
        """As the response says."""
        found = _object(response).get("total")
        return found if found.__class__ is int else None


def _object(response: Response) -> dict[str, Any]:
    document = response.json()
    return document if document.__class__ is dict else {}


class GrowthBookCollection(Collection[R, str]):
    """The resources of one kind. Made by the client."""

    pagination: Pagination = OffsetPagination()

    async def _answered(self, request: Request[Any, Any]) -> R:
        """The resource in the envelope of a response."""
        return await self.one(request)

    def _paged(self, request: Request[Any, Any], *, prefetch: bool) -> Pager[R]:
        return self.many(request, {"prefetch": prefetch})

    def _changed(self, body: type[Body], item: R, changes: Mapping[str, Any]) -> Any:
        """The body with the changed attributes of a resource, as they go into JSON."""
        document = item.to_dict()
        return from_fields(body, {name: document.get(item.FIELDS[name]) for name in changes})
