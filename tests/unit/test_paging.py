"""Lists in pages: complete, finite, and on the API's own host."""

from __future__ import annotations

import asyncio
import gc
import json
from contextlib import aclosing
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abclient import errors
from abclient._session import Session
from abclient.paging import LinkPagination, Page, Pager, SinglePage
from abclient.transports import WireRequest, WireResponse
from abclient_api._runtime import Request, Response
from support.fake import Script, answer, fake_session, json_request


def next_of(request: Request[Any, Any], response: Response) -> str | None:
    return cast("str | None", response.json().get("next"))


def total_of(response: Response) -> int | None:
    return cast("int | None", response.json().get("total"))


def numbers(request: Request[Any, Any], response: Response) -> list[int]:
    return cast("list[int]", response.json()["items"])


def pager(session: Session, **options: Any) -> Pager[int]:
    return Pager(session, json_request(), numbers, LinkPagination(next_of, total_of), **options)


def page(items: list[int], link: str | None = None, **more: Any) -> WireResponse:
    return answer(200, {"items": items, "next": link, **more})


async def test_a_pager_awaited_is_the_first_page() -> None:
    """One request, a sequence of items, with what the answer says about the rest."""
    script = Script(page([1, 2], "/v1/things?page=2", total=5))
    first = await pager(fake_session(script))
    assert isinstance(first, Page)
    assert (list(first), len(first), first[0], first[-1:], first.total) == ([1, 2], 2, 1, [2], 5)
    assert first.next_page_token == "/things?page=2"
    assert repr(first) == "<Page of 2 items, there is more>"
    assert len(script.requests) == 1


async def test_a_pager_iterated_is_every_item() -> None:
    """Links are followed to the end, empty pages in the middle included."""
    script = Script(page([1, 2], "/v1/things?page=2"), page([], "/v1/things?page=3"), page([3]))
    assert [item async for item in pager(fake_session(script))] == [1, 2, 3]
    assert [request.url for request in script.requests] == [
        "https://api.example.com/v1/things/7",
        "https://api.example.com/v1/things?page=2",
        "https://api.example.com/v1/things?page=3",
    ]


async def test_a_pager_may_be_iterated_again() -> None:
    """Every iteration starts anew."""
    both = pager(fake_session(Script(page([1]))))
    assert [item async for item in both] == [item async for item in both] == [1]


async def test_pages_resume_where_they_stopped() -> None:
    """A page's token leads to the page after it."""
    script = Script(page([1], "/v1/things?page=2"), page([2], "/v1/things?page=3"), page([3]))
    listing = pager(fake_session(script))
    first = await anext(aiter(listing.pages()))
    rest = [page.items async for page in listing.pages(page_token=first.next_page_token)]
    assert rest == [[2], [3]]


@pytest.mark.parametrize(
    "failure", [answer(500), answer(404), errors.ResponseLostError("reset"), answer(200, b"not json")]
)
async def test_an_error_in_the_middle_says_where_to_resume(failure: Any) -> None:
    """Pages that arrived were handed out; the error's token is the page that failed."""
    steps = [page([1], "/v1/things?page=2"), *[failure] * 4, page([2])]

    def decode(request: Request[Any, Any], response: Response) -> list[int]:
        try:
            return numbers(request, response)
        except ValueError:
            raise errors.DecodeError("no", model="list[int]") from None

    listing = Pager(fake_session(Script(*steps)), json_request(), decode, LinkPagination(next_of))
    got: list[int] = []
    with pytest.raises(errors.CallError) as caught:
        async for item in listing:
            got.append(item)
    assert got == [1]
    assert caught.value.page_token == "/things?page=2"


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/v1/things?page=2",
        "//evil.example/v1/things",
        "http://evil.example/v1/things",
        "/v1/..%2fadmin?page=2",
        "/other/things",
        "https://api.example.com@evil.example/v1/",
    ],
)
async def test_a_link_to_another_place_is_not_followed(link: str) -> None:
    """The page is handed out, then PagingError; nothing is sent to the other place."""
    script = Script(page([1], link))
    got: list[int] = []
    with pytest.raises(errors.PagingError, match="not requested"):
        async for item in pager(fake_session(script)):
            got.append(item)
    assert (got, len(script.requests)) == ([1], 1)
    with pytest.raises(errors.PagingError, match="not requested"):
        await pager(fake_session(Script(page([1], link))))


async def test_a_repeated_page_ends_the_list() -> None:
    """A vendor that ignores the page asked for is found out at the second page."""
    script = Script(page([1, 2], "/v1/things?page=2"))
    got: list[int] = []
    with pytest.raises(errors.PagingError, match="same page twice") as caught:
        async for item in pager(fake_session(script)):
            got.append(item)
    assert (got, len(script.requests), caught.value.page_token) == ([1, 2], 2, "/things?page=2")


async def test_empty_pages_that_lead_back_end_the_list() -> None:
    """Pages without items are all alike: that the next one was there before shows that there is no end."""
    script = Script(page([], "/v1/things?page=2"))
    got: list[int] = []
    with pytest.raises(errors.PagingError, match="came before"):
        async for item in pager(fake_session(script)):
            got.append(item)
    assert (got, len(script.requests)) == ([], 2)


async def test_an_endless_list_is_bounded() -> None:
    """However different its pages are, a list ends after max_pages, with a token to go on."""

    def forever(request: WireRequest) -> WireResponse:
        number = int(parse_qs(urlsplit(request.url).query).get("page", ["1"])[0])
        return page([number], f"/v1/things?page={number + 1}")

    with pytest.raises(errors.PagingError, match="more than 5 pages") as caught:
        _ = [item async for item in pager(fake_session(Script(forever)), max_pages=5)]
    assert caught.value.page_token == "/things?page=6"


async def test_a_list_of_one_page_has_no_other() -> None:
    """Vendors without paging answer everything at once; a made-up token is refused."""
    listing = Pager(fake_session(Script(page([1, 2]))), json_request(), numbers, SinglePage())
    assert [item async for item in listing] == [1, 2]
    with pytest.raises(errors.PagingError, match="one page"):
        _ = [page async for page in listing.pages(page_token="2")]


@given(st.lists(st.integers(0, 4), max_size=30))
def test_every_item_comes_once_for_any_page_sizes(sizes: list[int]) -> None:
    """Whatever the sizes of the pages, empty ones included, all items come once, in order."""
    items = iter(range(1000))
    pages = [[next(items) for _ in range(size)] for size in [*sizes, 1]]

    def serve(request: WireRequest) -> WireResponse:
        index = int(parse_qs(urlsplit(request.url).query).get("page", ["0"])[0])
        link = f"/v1/things?page={index + 1}" if index + 1 < len(pages) else None
        return page(pages[index], link)

    async def run() -> list[int]:
        return [item async for item in pager(fake_session(Script(serve)))]

    assert asyncio.run(run()) == [item for page in pages for item in page]


def test_a_paging_error_keeps_its_token() -> None:
    """The token survives a trip through JSON and pickle, so work can go on in another process."""
    import pickle

    error = pickle.loads(pickle.dumps(errors.PagingError("stop", page_token="/things?page=9")))
    assert json.loads(json.dumps(error.page_token)) == "/things?page=9"


async def test_prefetch_loads_one_page_ahead_and_no_more() -> None:
    """While a page is used the next one is under way, and the one after that is not."""
    script = Script(*[page([number], f"/v1/things?page={number + 1}") for number in range(4)], page([4]))
    seen: list[tuple[int, int]] = []
    async with aclosing(pager(fake_session(script), prefetch=True).pages()) as pages:
        async for one in pages:
            for _ in range(20):
                await asyncio.sleep(0)
            seen.append((one[0], len(script.requests)))
    assert seen == [(0, 2), (1, 3), (2, 4), (3, 5), (4, 5)]


async def test_without_prefetch_a_page_is_loaded_when_it_is_wanted() -> None:
    """The default sends nothing that was not asked for."""
    script = Script(page([1], "/v1/things?page=2"), page([2]))
    async with aclosing(pager(fake_session(script)).pages()) as pages:
        await anext(pages)
        for _ in range(20):
            await asyncio.sleep(0)
        assert len(script.requests) == 1


async def test_a_prefetched_failure_comes_in_its_turn() -> None:
    """The page before is handed out whole; the error comes when its page is wanted, and says where to resume."""
    script = Script(page([1, 2], "/v1/things?page=2"), answer(404))
    got: list[int] = []
    with pytest.raises(errors.NotFoundError) as caught:
        async for item in pager(fake_session(script), prefetch=True):
            got.append(item)
    assert (got, caught.value.page_token) == ([1, 2], "/things?page=2")


@pytest.mark.parametrize("failing", [False, True])
async def test_leaving_early_ends_what_was_prefetched(failing: bool) -> None:
    """Closed in the middle, nothing of the next page is left: neither a task nor a complaint about its failure."""
    begun, before = asyncio.Event(), asyncio.all_tasks()

    class Slow(Script):
        async def send(self, request: WireRequest) -> WireResponse:
            response = await super().send(request)
            if len(self.requests) > 1:
                begun.set()
                if failing:
                    raise errors.ClientClosedError("closed")
                await asyncio.Event().wait()
            return response

    script = Slow(page([1], "/v1/things?page=2"))
    async with aclosing(pager(fake_session(script), prefetch=True).pages()) as pages:
        await anext(pages)
        await begun.wait()
    assert asyncio.all_tasks() == before
    assert len(script.requests) == 2


async def test_a_prefetched_page_that_was_not_begun_is_given_up_without_a_warning() -> None:
    """The first item is all that is taken, and the event loop had no time for the next page."""
    script = Script(page([1], "/v1/things?page=2"), page([2]))
    async with aclosing(pager(fake_session(script), prefetch=True).pages()) as pages:
        assert (await anext(pages)).items == [1]
    gc.collect()
    assert len(script.requests) == 1


async def test_prefetch_stops_at_the_bound() -> None:
    """No page beyond max_pages is loaded, not even ahead."""
    script = Script(*[page([number], f"/v1/things?page={number + 1}") for number in range(9)])
    with pytest.raises(errors.PagingError, match="more than 3 pages"):
        _ = [item async for item in pager(fake_session(script), max_pages=3, prefetch=True)]
    assert len(script.requests) == 3


async def test_cancelling_while_a_prefetched_page_is_awaited_ends_it() -> None:
    """The wait for the page ahead passes the cancellation on."""
    hung, before = asyncio.Event(), asyncio.all_tasks()

    class Hanging(Script):
        async def send(self, request: WireRequest) -> WireResponse:
            response = await super().send(request)
            if len(self.requests) > 1:
                hung.set()
                await asyncio.Event().wait()
            return response

    async def read() -> list[int]:
        return [item async for item in pager(fake_session(Hanging(page([1], "/v1/things?page=2"))), prefetch=True)]

    reading = asyncio.create_task(read())
    await hung.wait()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert asyncio.all_tasks() == before
