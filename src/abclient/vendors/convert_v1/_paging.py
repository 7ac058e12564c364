"""How Convert's lists are paged: the page number is in the request's JSON body, and no response has a total."""

from __future__ import annotations

import json
import re
from copy import copy
from typing import Any

from abclient_api._runtime import Request, Response, dumps

from ...errors import InvalidPageTokenError
from ...paging import PageOptions
from .._paging import checked_page_size

DEFAULT_PAGE_SIZE = 50
"""How many items the vendor puts on a page unless told otherwise."""


class PageNumberPagination:
    """Pages follow one another by number until one is short; a full last page is followed by an empty one.

    The token of a page is its number. A vendor that repeats a page forever is noticed by the pager.
    """

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The next number, unless this page has fewer items than it could have."""
        wanted, found = json.loads(request.body or b"{}"), response.json()
        # The vendor may put fewer on a page than asked for, but hardly fewer than its own default.
        full = min(wanted["results_per_page"], DEFAULT_PAGE_SIZE)
        return str(wanted["page"] + 1) if len(found) >= full else None

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The same request with another number in its body.

        Raises:
            InvalidPageTokenError: the token is not the number of a page.
        """
        if not _PAGE(token):
            raise InvalidPageTokenError(f"page_token must be the number of a page, not {token!r}")
        there = copy(request)
        there.body = dumps({**json.loads(request.body or b"{}"), "page": int(token)})
        return there

    def total(self, response: Response) -> int | None:
        """The response does not have it."""
        return None


_PAGE = re.compile("[1-9][0-9]{0,8}").fullmatch

BY_NUMBER = PageNumberPagination()


def first_page(paging: PageOptions) -> dict[str, int]:
    """The fields of a filter that ask for the first page. Raises as ``checked_page_size``."""
    return {"page": 1, "results_per_page": checked_page_size(paging) or DEFAULT_PAGE_SIZE}
