"""How the lists of Convert v1 are paged: no response has a total."""

from __future__ import annotations

import json
from typing import Any

from abclient_api._runtime import Request, Response

from ...paging import PageOptions
from .._convert_paging import DEFAULT_PAGE_SIZE, BodyPagination
from .._paging import checked_page_size


class PageNumberPagination(BodyPagination):
    """Pages follow one another by number until one is short; a full last page is followed by an empty one.

    A vendor that repeats a page forever is noticed by the pager.
    """

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The next number, unless this page has fewer items than it could have."""
        wanted, found = json.loads(request.body or b"{}"), response.json()
        # The vendor may put fewer on a page than asked for, but hardly fewer than its own default.
        full = min(wanted.get("results_per_page", DEFAULT_PAGE_SIZE), DEFAULT_PAGE_SIZE)
        return str(wanted.get("page", 1) + 1) if len(found) >= full else None


BY_NUMBER = PageNumberPagination()


def first_page(paging: PageOptions) -> dict[str, int]:
    """The fields of a filter that ask for the first page. Raises as ``checked_page_size``."""
    return {"page": 1, "results_per_page": checked_page_size(paging) or DEFAULT_PAGE_SIZE}
