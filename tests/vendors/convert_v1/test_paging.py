"""Convert's lists: pages by number in the body, without a total."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from support.convert_v1 import APPLICATION, SECRET, is_signed
from support.fake import Script, answer

Serve = Callable[[int, int], list[int]]
"""What a vendor has on page `page` when `size` are asked for."""


def serving(serve: Serve) -> Script:
    """A vendor whose goals are numbers."""

    def step(request: WireRequest) -> WireResponse:
        assert is_signed(request)
        body = json.loads(request.body or b"")
        rows = [{"goal_id": str(number)} for number in serve(body["page"], body["results_per_page"])]
        return answer(200, rows)

    return Script(step)


def honest(count: int, *, most: int = 1000) -> Serve:
    """A vendor with that many items, and at most so many on a page."""

    def serve(page: int, size: int) -> list[int]:
        size = min(size, most)
        return list(range(count))[(page - 1) * size : page * size]

    return serve


def goals(script: Script) -> Any:
    return abclient.ConvertV1(APPLICATION, SECRET, transport=script).project("p").goals


@pytest.mark.parametrize(
    ("count", "size", "requests"),
    [
        (0, 50, 1),
        (1, 50, 1),
        (49, 50, 1),
        (50, 50, 2),
        (51, 50, 2),
        (99, 50, 2),
        (100, 50, 3),
        (101, 50, 3),
        (6, 1, 7),
        (6, 2, 4),
        (6, 3, 3),
        (6, 4, 2),
        (6, 6, 2),
        (6, 7, 1),
        (150, 100, 3),
        (100, 100, 2),
        (40, 100, 1),
    ],
)
async def test_every_item_comes_once(count: int, size: int, requests: int) -> None:
    """Whatever count and size, nothing is lost or repeated; a full last page costs one more request."""
    script = serving(honest(count))
    assert [int(goal.id) async for goal in goals(script).list(page_size=size)] == list(range(count))
    assert len(script.requests) == requests


@pytest.mark.parametrize(("count", "most"), [(120, 50), (100, 50), (51, 50), (170, 80)])
async def test_a_vendor_that_puts_fewer_on_a_page_loses_nothing(count: int, most: int) -> None:
    """A page at least as long as the vendor's default counts as full, although more was asked for."""
    script = serving(honest(count, most=most))
    assert [int(goal.id) async for goal in goals(script).list(page_size=200)] == list(range(count))


async def test_the_rest_of_the_body_stays() -> None:
    """Filters travel with every page, and every page is signed with its own body."""
    script = serving(honest(3))
    async for _ in goals(script).list(search="Käse/ß", page_size=1):
        pass
    bodies = [request.body for request in script.requests]
    assert bodies == [f'{{"page":{n},"results_per_page":1,"search":"Käse/ß"}}'.encode() for n in (1, 2, 3, 4)]
    assert len({dict(request.headers)["Authorization"] for request in script.requests}) == 4


async def test_a_page_repeated_for_ever_is_an_error() -> None:
    """A vendor that ignores the number ends in PagingError, once its items were handed out, not in a loop."""
    script, found = serving(lambda page, size: [1, 2]), list[str]()
    with pytest.raises(abclient.PagingError, match="same page twice") as caught:
        async for goal in goals(script).list(page_size=2):
            found.append(goal.id)
    assert found == ["1", "2"]
    assert len(script.requests) == 2
    assert caught.value.page_token == "2"


async def test_a_list_goes_on_where_it_broke_off() -> None:
    """A page's token is its number; pages after it come as ever."""
    script = serving(honest(5))
    pager = goals(script).list(page_size=2)
    first = await pager
    assert (first.next_page_token, first.total) == ("2", None)
    pages = [[goal.id for goal in page] async for page in pager.pages(page_token=first.next_page_token)]
    assert pages == [["2", "3"], ["4"]]


@pytest.mark.parametrize("token", ["", "x", "-1", "1.5", "²", "/goals/p?page=2", "0", "01", "9" * 10, "9" * 5000])
async def test_what_is_no_number_of_a_page_is_refused(token: str) -> None:
    """A token of something else is named, and nothing is sent."""
    script = serving(honest(5))
    with pytest.raises(abclient.InvalidPageTokenError, match="page_token must be the number of a page"):
        async for _ in goals(script).list().pages(page_token=token):
            pass
    assert script.requests == []


async def test_nulls_count_as_items_of_their_page() -> None:
    """A page with a null in it is no short one."""

    def step(request: WireRequest) -> WireResponse:
        page = json.loads(request.body or b"")["page"]
        return answer(200, [[{"goal_id": "1"}, None], [{"goal_id": "2"}]][page - 1])

    listing = goals(Script(step)).list(page_size=2).on_unreadable("skip")
    assert [goal.id async for goal in listing] == ["1", "2"]


@pytest.mark.parametrize("kind", ["experiences", "goals", "hypotheses", "audiences"])
async def test_lists_are_retried_although_they_post(kind: str) -> None:
    """Reading twice does no harm, so a passing failure costs a list nothing."""
    script = Script(answer(503), abclient.ResponseLostError("reset"), answer(200, []))
    async with abclient.ConvertV1(
        APPLICATION, SECRET, transport=script, retries=abclient.RetryPolicy(base_delay=0)
    ) as client:
        assert list(await getattr(client.project("p"), kind).list()) == []
    assert len(script.requests) == 3


async def test_a_lost_answer_to_a_change_is_not_repeated() -> None:
    """The vendor may have acted on it."""
    script = Script(abclient.ResponseLostError("reset"), answer(200, {"goal_id": "1"}))
    async with abclient.ConvertV1(APPLICATION, SECRET, transport=script) as client:
        with pytest.raises(abclient.ResponseLostError):
            await client.project("p").goals.create(name="x")
    assert len(script.requests) == 1


async def test_what_moves_to_a_later_page_is_given_once() -> None:
    """A goal that is added while the list is read pushes another one to the next page, too."""
    pages = [[1, 2], [2, 3], [4]]
    script = serving(lambda page, size: pages[page - 1])
    assert [int(goal.id) async for goal in goals(script).list(page_size=2)] == [1, 2, 3, 4]


async def test_the_first_page_of_projects_has_no_body_unless_a_size_is_wanted() -> None:
    """As those send it who are known to call it; the pages after it say which they are, and are signed as well."""

    def step(request: WireRequest) -> WireResponse:
        assert is_signed(request)
        kind = dict(request.headers).get("content-type")
        assert (kind is None) == (not request.body)
        page = json.loads(request.body or b'{"page": 1}')["page"]
        return answer(200, [{"id": str(number)} for number in range(120)][(page - 1) * 50 : page * 50])

    script = Script(step)
    client = abclient.ConvertV1(APPLICATION, SECRET, transport=script)
    assert len([one async for one in client.projects.list()]) == 120
    bodies = [json.loads(request.body or b"null") for request in script.requests]
    assert bodies == [None, {"page": 2}, {"page": 3}]
    assert {request.method for request in script.requests} == {"GET"}
    await client.projects.list(page_size=60)
    assert json.loads(script.requests[-1].body or b"") == {"page": 1, "results_per_page": 60}
