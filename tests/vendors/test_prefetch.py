"""Loading the next page while one is used, at every vendor that has pages."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from support.clients import TOKEN
from support.convert_v1 import APPLICATION, SECRET
from support.fake import Script, answer


def by_link(request: WireRequest) -> WireResponse:
    """The first of two pages names the second, in its header and in its body."""
    if "page=2" in request.url or "offset=1" in request.url:
        return answer(200, {"items": [{"key": "b"}]} if "launchdarkly" in request.url else [{"id": 2}])
    if "launchdarkly" in request.url:
        return answer(200, {"items": [{"key": "a"}], "_links": {"next": {"href": "?offset=1"}}})
    return answer(200, [{"id": 1}], link="<?page=2>; rel=next")


def by_number(request: WireRequest) -> WireResponse:
    """A full page, and one that is short."""
    return answer(200, [{"goal_id": "1"}] if json.loads(request.body or b"")["page"] == 1 else [])


def pages_of_optimizely(script: Script, prefetch: bool) -> Any:
    return abclient.Optimizely(TOKEN, transport=script).pages.list(7, prefetch=prefetch).pages()


def experiments_of_launchdarkly(script: Script, prefetch: bool) -> Any:
    return abclient.LaunchDarkly(TOKEN, transport=script).experiments("p", "e").list(prefetch=prefetch).pages()


def goals_of_convert(script: Script, prefetch: bool) -> Any:
    goals = abclient.ConvertV1(APPLICATION, SECRET, transport=script).project("p").goals
    return goals.list(page_size=1, prefetch=prefetch).pages()


@pytest.mark.parametrize("prefetch", [False, True])
@pytest.mark.parametrize(
    ("lister", "serve", "left"),
    [(pages_of_optimizely, by_link, 1), (experiments_of_launchdarkly, by_link, 1), (goals_of_convert, by_number, 0)],
)
async def test_the_next_page_is_under_way_while_one_is_used(
    lister: Callable[[Script, bool], Any], serve: Any, left: int, prefetch: bool
) -> None:
    """With prefetch one page ahead and no more, without it none; the items are the same."""
    script = Script(serve)
    pages = lister(script, prefetch)
    first = await anext(pages)
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(script.requests) == 1 + prefetch
    rest = [item async for page in pages for item in page]
    assert (len(first), len(rest), len(script.requests)) == (1, left, 2)
