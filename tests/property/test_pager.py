"""Lists that change while they are read, and servers that page badly: every iteration ends, and nothing comes twice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from abclient.errors import CallError, PagingError
from abclient.paging import LinkPagination, Pager
from abclient.transports import WireRequest, WireResponse
from abclient_api._runtime import Request, Response
from support.cases import cases
from support.fake import Script, answer, fake_session, json_request

Serve = Callable[[str], WireResponse]
"""Answers the request for the page with this token; the first page's is empty."""


def pager(serve: Serve, *, max_pages: int = 100, prefetch: bool = False) -> tuple[Pager[int], Script]:
    """A list of numbers, and the transport that it is read through."""

    def step(request: WireRequest) -> WireResponse:
        return serve(parse_qs(urlsplit(request.url).query).get("at", [""])[0])

    def link(request: Request[Any, Any], response: Response) -> str | None:
        return cast("str | None", response.json()["next"])

    def items(request: Request[Any, Any], response: Response) -> list[int]:
        return cast("list[int]", response.json()["items"])

    script = Script(step)
    pagination = LinkPagination(link)
    return Pager(
        fake_session(script), json_request(), items, pagination, max_pages=max_pages, prefetch=prefetch
    ), script


def page(items: list[int], following: object = None) -> WireResponse:
    """A page, and the token of the one after it."""
    return answer(200, {"items": items, "next": None if following is None else f"/v1/things?at={following}"})


async def read(numbers: Pager[int], token: str | None = None) -> tuple[list[int], PagingError | CallError | None]:
    """What came, and why no more did."""
    found: list[int] = []
    try:
        async for part in numbers.pages(page_token=token):
            found += part
    except (PagingError, CallError) as error:
        return found, error
    return found, None


CHANGES = st.lists(st.tuples(st.sampled_from(["add", "remove"]), st.integers(0, 60)), max_size=40)


@cases(150)
@given(st.sets(st.integers(0, 60), max_size=40), CHANGES, st.integers(1, 7), st.booleans())
def test_a_list_by_cursor_gives_what_stayed_once(
    numbers: set[int], changes: list[tuple[str, int]], size: int, prefetch: bool
) -> None:
    """Whatever is added and removed between the pages, what was there all the time comes once, and nothing twice."""
    there, pending, stayed = set(numbers), list(changes), set(numbers)

    def serve(token: str) -> WireResponse:
        rest = sorted(number for number in there if number > int(token or -1))
        shown = page(rest[:size], rest[:size][-1] if len(rest) > size else None)
        for what, number in (pending.pop() for _ in range(min(3, len(pending)))):
            there.add(number) if what == "add" else there.discard(number)
            stayed.discard(number)
        return shown

    found, error = asyncio.run(read(pager(serve, prefetch=prefetch)[0]))
    assert error is None
    assert len(found) == len(set(found))
    assert stayed <= set(found)


@cases(150)
@given(st.integers(0, 40), st.lists(st.integers(-9, 9), max_size=30), st.integers(1, 7))
def test_a_list_by_offset_ends_however_its_length_changes(length: int, growth: list[int], size: int) -> None:
    """A list that shrinks or grows while it is read ends: by itself, or in an error that says where it broke off."""
    now, pending = length, list(growth)

    def serve(token: str) -> WireResponse:
        nonlocal now
        start = int(token or 0)
        shown = page(list(range(start, min(now, start + size))), start + size if start + size < now else None)
        now = max(0, now + (pending.pop() if pending else 0))
        return shown

    numbers, script = pager(serve)
    found, error = asyncio.run(read(numbers))
    assert found == list(range(len(found)))
    assert len(script.requests) <= 100
    assert error is None or (isinstance(error, PagingError) and error.page_token)


PAGES = st.lists(
    st.tuples(st.lists(st.integers(0, 9), max_size=3), st.none() | st.integers(0, 7)), min_size=8, max_size=8
)


@cases(300)
@given(PAGES, st.booleans())
def test_links_in_any_disorder_lead_to_an_end(pages: list[tuple[list[int], int | None]], prefetch: bool) -> None:
    """Links that lead back, or to themselves, end in an error: no page with items is handed out a second time."""
    numbers, script = pager(lambda token: page(*pages[int(token or 0)]), max_pages=20, prefetch=prefetch)
    found, error = asyncio.run(read(numbers))
    way = [0]
    while (following := pages[way[-1]][1]) is not None and following not in way:
        way.append(following)
    assert len(script.requests) <= 20
    assert error is None or isinstance(error, PagingError)
    if len({json.dumps(pages[at]) for at in way}) == len(way):  # else one page looks like another that came before
        assert found == [item for at in way for item in pages[at][0]]
        assert (error is None) == (following is None)


@cases(150)
@given(st.lists(st.lists(st.integers(-9, 9), max_size=4), min_size=1, max_size=12), st.integers(0, 11), st.booleans())
def test_a_list_that_broke_off_goes_on_where_it_was(pages: list[list[int]], broken: int, prefetch: bool) -> None:
    """The pages before an error and those after resuming are the whole list, each once."""
    failing = broken < len(pages)

    def serve(token: str) -> WireResponse:
        nonlocal failing
        at = int(token or 0)
        if at == broken and failing:
            failing = False
            return answer(403)
        # A number of its own keeps a page that has the same items as another from being taken for it.
        return page([*pages[at], -at], at + 1 if at + 1 < len(pages) else None)

    numbers, _ = pager(serve, prefetch=prefetch)

    async def run() -> list[int]:
        before, error = await read(numbers)
        if error is None:
            return before
        after, none = await read(numbers, error.page_token)
        assert none is None
        return before + after

    assert asyncio.run(run()) == [item for at, items in enumerate(pages) for item in (*items, -at)]
