"""Pages by offset, as decisions: which page comes next, and which tokens are not those of a page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from abclient import InvalidPageTokenError, PagingError
from abclient_api._runtime import Response
from abclient_growthbook.paging import OffsetPagination
from abclient_growthbook.rest.api.projects import list_projects

PAGES = OffsetPagination()
BASE = "https://growthbook.example/api"


def response(document: Any) -> Response:
    """A page of a list."""
    return Response(200, (), json.dumps(document).encode())


@pytest.mark.parametrize(
    ("document", "token", "total"),
    [
        ({"hasMore": True, "nextOffset": 30, "total": 31}, "30", 31),
        ({"hasMore": False, "nextOffset": None, "total": 3}, None, 3),
        ({"hasMore": False, "nextOffset": 30}, None, None),
        ({"total": "many"}, None, None),
        ([], None, None),
    ],
)
def test_a_page_says_where_the_next_one_begins(document: Any, token: str | None, total: int | None) -> None:
    """If it says that there is one."""
    request = list_projects.request(limit=10, offset=20)
    assert PAGES.next_token(request, response(document), BASE) == token
    assert PAGES.total(response(document)) == total


@pytest.mark.parametrize("following", [None, 20, 10, -1, "30", {}])
def test_a_next_page_that_is_not_further_on_is_an_error(following: Any) -> None:
    """So that no list is read forever, or ends early without a word."""
    with pytest.raises(PagingError):
        PAGES.next_token(list_projects.request(offset=20), response({"hasMore": True, "nextOffset": following}), BASE)


@pytest.mark.parametrize("token", ["", "0", "-1", "1.5", "ten", "1" * 19, "10&limit=1"])
def test_what_is_not_an_offset_is_refused(token: str) -> None:
    """Tokens may come from elsewhere."""
    with pytest.raises(InvalidPageTokenError):
        PAGES.request_for(list_projects.request(), token, BASE)
