"""How Convert's lists are paged: the number of the page is in the request's JSON body."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from copy import copy
from typing import Any

from abclient_api._runtime import Request, Response, dumps

from ..errors import InvalidPageTokenError

DEFAULT_PAGE_SIZE = 50
"""How many items v1 puts on a page unless told otherwise, and v2 at most."""


class BodyPagination(ABC):
    """Pages follow one another by number; the token of a page is its number."""

    @abstractmethod
    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The number of the next page, or None after the last."""

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The same request with another number in its body.

        Raises:
            InvalidPageTokenError: the token is not the number of a page.
        """
        if not _PAGE(token):
            raise InvalidPageTokenError(f"page_token must be the number of a page, not {token!r}")
        there = copy(request)
        there.body = dumps({**json.loads(request.body or b"{}"), "page": int(token)})
        if not request.body:
            there.headers = (*request.headers, ("content-type", "application/json"))
        return there

    def total(self, response: Response) -> int | None:
        """How many items the whole list has, where the response says so."""
        return None


_PAGE = re.compile("[1-9][0-9]{0,8}").fullmatch
