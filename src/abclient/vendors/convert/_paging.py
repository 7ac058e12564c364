"""How Convert's lists are paged: by number, with the number of pages and items in each response."""

from __future__ import annotations

import json
from typing import Any, cast

from abclient_api._runtime import Request, Response

from ...paging import PageOptions
from .._convert_paging import DEFAULT_PAGE_SIZE, BodyPagination
from .._paging import checked_page_size


class CountedPages(BodyPagination):
    """Pages follow one another by number, as far as the response says; where it does not, until one is short.

    A full page that ends the list by the number of pages is followed by another if there are more items than that.
    """

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The next number, unless this is the last page."""
        wanted, document = json.loads(request.body or b"{}"), response.json()
        page = wanted.get("page", 1)
        last, size = _pagination(document).get("pages_count"), wanted.get("results_per_page", DEFAULT_PAGE_SIZE)
        rows: Any = cast("dict[str, Any]", document).get("data") if isinstance(document, dict) else None
        is_full = isinstance(rows, list) and len(cast("list[object]", rows)) >= size
        counted = type(last) is int
        more = is_full and (not counted or (item_count(document) or 0) > page * size)
        more = more or (counted and page < last)
        return str(page + 1) if more else None

    def total(self, response: Response) -> int | None:
        """As the response says."""
        return item_count(response.json())


def item_count(document: Any) -> int | None:
    """How many items the whole list has, where a response says so."""
    count = _pagination(document).get("items_count")
    return count if type(count) is int else None


def _pagination(document: Any) -> dict[str, Any]:
    for key in ("extra", "pagination"):
        document = document.get(key) if document.__class__ is dict else None
    return cast("dict[str, Any]", document) if document.__class__ is dict else {}


BY_COUNT = CountedPages()


def first_page(paging: PageOptions) -> dict[str, int]:
    """The fields of a filter that ask for the first page. Raises as ``checked_page_size``."""
    size = checked_page_size(paging, most=DEFAULT_PAGE_SIZE)
    return {"page": 1, "results_per_page": size or DEFAULT_PAGE_SIZE}
