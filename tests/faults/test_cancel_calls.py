"""Cancelling what users call, at every tick of its life: afterwards everything works, and nothing is left behind.

The transports alone are swept in test_cancel_sweep; here it is the calls above them: one call, a list that loads
ahead, a bulk fetch, a save, and closing. The server pauses for a tick between the pieces of its answers.
A usual run tries every tick at first and then every seventh; with ``ABCLIENT_FUZZ=2`` in the environment, every one.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

import abclient
from abclient.vendors.optimizely import Attribute
from support.cases import FACTOR, one_every_run
from support.clients import TOKEN
from support.server import Peer, Server, answer, nothing_left_behind, until

LIMIT = 2
Act = Callable[[abclient.Optimizely], Awaitable[object]]


async def get(client: abclient.Optimizely) -> object:
    return await client.attributes.get(7)


async def read_all(client: abclient.Optimizely) -> object:
    return [attribute.id async for attribute in client.attributes.list(7, prefetch=True)]


async def read_some(client: abclient.Optimizely) -> object:
    async for attribute in client.attributes.list(7, prefetch=True):
        return attribute
    return None


async def fetch_many(client: abclient.Optimizely) -> object:
    async with abclient.fetch_many(client.attributes.get, range(6), concurrency=3) as outcomes:
        return [outcome.value.id async for outcome in outcomes]


async def fetch_listed(client: abclient.Optimizely) -> object:
    keys = (attribute.id async for attribute in client.attributes.list(7))
    return [outcome.value for outcome in await abclient.fetch_many(client.attributes.get, keys, concurrency=2)]


async def save(client: abclient.Optimizely) -> object:
    attribute = await client.attributes.get(7)
    attribute.name = "new"
    return (await attribute.save()).name


ACTS: list[Act] = [get, read_all, read_some, fetch_many, fetch_listed, save]


@pytest.mark.parametrize("kind", one_every_run(["httptools", "h11", "httpx"]))
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
async def test_what_users_call_can_be_cancelled_at_every_tick(act: Act, kind: str) -> None:
    """The cancellation arrives, no task stays, and as many calls as there are connections work afterwards."""

    async def ended_before(tick: int) -> bool:
        async with opened(kind, server) as client:
            task = asyncio.ensure_future(act(client))
            await ticks(tick)
            was_done = task.done()
            task.cancel()
            results = await asyncio.gather(task, return_exceptions=True)
            assert was_done or isinstance(results[0], asyncio.CancelledError)
            await all_connections_work(client)
        await until(lambda: len(asyncio.all_tasks()) == 1 + server.open)
        return was_done

    with nothing_left_behind():
        async with paced_server() as server:
            tick = 0
            while not await ended_before(tick):
                tick += 1 if tick < 25 or FACTOR > 1 else 7
                assert tick < 900, "it never came to its end"
            await until(lambda: server.open == 0)
    assert tick > 10, "the sweep saw too little"


@pytest.mark.parametrize("kind", ["httptools", "h11", "httpx"])
async def test_closing_can_be_cancelled_at_every_tick(kind: str) -> None:
    """A client whose closing was cancelled is closed by the next try; calls in flight end, and nothing stays open."""
    with nothing_left_behind():
        async with paced_server() as server:
            for before in range(0, 60, 12 // FACTOR or 1):
                for during in range(4):
                    async with opened(kind, server) as client:
                        calls = [asyncio.ensure_future(get(client)) for _ in range(LIMIT + 1)]
                        await ticks(before)
                        closing = asyncio.create_task(client.aclose())
                        await ticks(during)
                        closing.cancel()
                        await asyncio.gather(closing, return_exceptions=True)
                        await client.aclose()
                        async with asyncio.timeout(60):
                            ends = await asyncio.gather(*calls, return_exceptions=True)
                        assert all(isinstance(end, abclient.ABClientError | Attribute) for end in ends)
            await until(lambda: server.open == 0)


@asynccontextmanager
async def opened(kind: str, server: Server) -> AsyncGenerator[abclient.Optimizely, None]:
    async with httpx.AsyncClient(trust_env=False, verify=False) as own:
        choice: dict[str, Any] = {"http_client": own} if kind == "httpx" else {"transport": kind}
        async with abclient.Optimizely(TOKEN, base_url=f"{server.url}/v2", max_connections=LIMIT, **choice) as client:
            yield client


@asynccontextmanager
async def paced_server() -> AsyncGenerator[Server, None]:
    """A vendor with attributes in three pages; ``/v2/attributes/1000`` is answered once all connections ask for it."""
    together = asyncio.Barrier(LIMIT)

    async def paced(peer: Peer) -> None:
        while True:
            request = await peer.request()
            path = request.split(b" ", 2)[1]
            if path == b"/v2/attributes/1000":
                await together.wait()
            reply = reply_to(path, f"http://{peer_host(request)}")
            head, _, body = reply.partition(b"\r\n\r\n")
            for piece in (head, b"\r\n\r\n" + body[:5], body[5:]):
                await peer.ticks(1)
                await peer.send(piece)

    async with Server(paced) as server:
        yield server


def reply_to(path: bytes, origin: str) -> bytes:
    if path.startswith(b"/v2/attributes/"):
        number = int(path.rpartition(b"/")[2])
        return answer(json.dumps({"id": number, "project_id": 1, "key": "k", "name": "new"}).encode())
    page = int(path.partition(b"page=")[2][:1] or b"1")
    items = json.dumps([{"id": 10 * page + index, "project_id": 1, "key": "k"} for index in range(2)]).encode()
    link = [f"Link: <{origin}/v2/attributes?page={page + 1}>; rel=next"] if page < 3 else []
    return answer(items, "200 OK", *link)


def peer_host(request: bytes) -> str:
    return next(line[6:] for line in request.decode().split("\r\n") if line.lower().startswith("host: "))


async def all_connections_work(client: abclient.Optimizely) -> None:
    async with asyncio.timeout(60):
        await asyncio.gather(*(client.attributes.get(1000) for _ in range(LIMIT)))


async def ticks(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)
