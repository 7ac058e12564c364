"""Paging through experiments, as each contestant's own users would: the cost is told per page.

Every pager is an async context manager like those of ``contestants``; it starts anew where the list ends.
"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import urljoin

from contestants import BARE, BY_HAND, DEFAULT, STANDARD, Open, Run, Target
from documents_launchdarkly import experiments

SIZES = (10, 30, 100, 300, 1000)
_EXPERIMENTS = 3000
_PATH = "/api/v2/projects/p/environments/e/experiments"
_HEADERS = {"Authorization": "t", "LD-API-Version": "beta"}


def documents() -> dict[str, bytes]:
    """What the server has to have: every page of the list, for every page size."""
    items = json.loads(experiments(_EXPERIMENTS))["items"]
    found: dict[str, bytes] = {}
    for size in SIZES:
        for offset in range(0, _EXPERIMENTS, size):
            page: dict[str, object] = {"items": items[offset : offset + size], "total_count": _EXPERIMENTS}
            if offset + size < _EXPERIMENTS:
                page["_links"] = {"next": {"href": f"/pages{size}{_PATH}?limit={size}&offset={offset + size}"}}
            found[f"pages{size}-{offset}" if offset else f"pages{size}"] = json.dumps(page).encode()
    return found


def _pages(of_list: Callable[[], AsyncIterator[object]]) -> Run:
    async def run(count: int, workers: int) -> None:
        while count > 0:
            async for _ in of_list():
                count -= 1
                if count == 0:
                    return

    return run


@asynccontextmanager
async def _bare_httpx(target: Target) -> AsyncGenerator[Run, None]:
    import httpx

    async with httpx.AsyncClient(trust_env=False, headers=_HEADERS, timeout=60) as client:

        async def pages() -> AsyncIterator[object]:
            url = f"{target.base_url}{_PATH}?limit={target.page_size}"
            while url:
                page = (await client.get(url)).json()
                yield page
                url = urljoin(url, page["_links"]["next"]["href"]) if "_links" in page else ""

        yield _pages(pages)


@asynccontextmanager
async def _aiohttp_by_hand(target: Target) -> AsyncGenerator[Run, None]:
    import aiohttp
    import orjson

    async with aiohttp.ClientSession(headers=_HEADERS) as session:

        async def pages() -> AsyncIterator[object]:
            url = f"{target.base_url}{_PATH}?limit={target.page_size}"
            while url:
                async with session.get(url) as answer:
                    page = orjson.loads(await answer.read())
                yield page
                url = urljoin(url, page["_links"]["next"]["href"]) if "_links" in page else ""

        yield _pages(pages)


def _abclient(*, orjson: bool) -> Open:
    @asynccontextmanager
    async def opened(target: Target) -> AsyncGenerator[Run, None]:
        if not orjson:
            sys.modules["orjson"] = None  # type: ignore[assignment]  # how Python spells "not installed"
        import abclient

        async with abclient.LaunchDarkly(token="t", base_url=target.base_url) as client:
            yield _pages(lambda: client.experiments("p", "e").list(page_size=target.page_size).pages())

    return opened


PAGERS: dict[str, Open] = {
    BARE: _bare_httpx,
    BY_HAND: _aiohttp_by_hand,
    DEFAULT: _abclient(orjson=True),
    STANDARD: _abclient(orjson=False),
}
