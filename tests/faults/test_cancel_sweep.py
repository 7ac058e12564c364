"""Cancelling a call at every tick of its life: afterwards everything works, and nothing is left behind.

The server runs in the same event loop and pauses for a few ticks between the pieces of its answers, so that counting
ticks walks through the whole life of a call: waiting for a lease, connecting, the TLS handshake, sending, the headers,
the body, releasing the lease.
"""

from __future__ import annotations

import asyncio
import socket
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx
import pytest

from abclient.options import Timeouts
from abclient.transports import Transport, WireResponse, _dial, open_transport
from support.cases import one_every_run
from support.server import Peer, Server, client_tls, closed_port, nothing_left_behind, open_sockets, server_tls, until
from support.wire import LONG, wire_request

LIMIT = 2


@pytest.mark.parametrize("cancels", [1, 2], ids=["once", "twice"])
@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
@pytest.mark.parametrize("secure", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("kind", one_every_run(["httptools", "h11", "httpx"]))
async def test_a_call_can_be_cancelled_at_every_tick(kind: str, secure: bool, warm: bool, cancels: int) -> None:
    """Whenever a full pool's calls and one more are cancelled, the pool serves as many calls as before."""

    async def every_call_ended_before(tick: int) -> bool:
        async with _opened(kind) as transport:
            if warm:
                await _all_slots_work(transport, server)
            results = await _cancelled_at(tick, transport, server.url, cancels)
            await _all_slots_work(transport, server)
        return all(isinstance(result, WireResponse) for result in results)

    with nothing_left_behind():
        async with _paced_server(secure) as server:
            tick = 0
            while not await every_call_ended_before(tick):
                tick += 1
                assert tick < 300, "no call ever came to its end"
            await _nobody_is_left(server)
    assert tick > 15, "the sweep saw too little of a call's life"


@pytest.mark.parametrize("secure", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("kind", ["httptools", "h11"])
async def test_calls_to_a_silent_server_can_be_cancelled(kind: str, secure: bool) -> None:
    """A server that accepts and never says a word holds no connection beyond the cancellation."""
    with nothing_left_behind():
        async with _paced_server(secure) as server, _opened(kind) as transport:
            for tick in range(0, 120, 3):
                await _cancelled_at(tick, transport, f"{server.url}/silent", 1)
            await _all_slots_work(transport, server)
            await transport.aclose()
            await _nobody_is_left(server)


async def test_abandoned_calls_of_a_client_end_at_their_read_timeout() -> None:
    """With a handed-in client, a cancelled call of a silent server gives its connection back once it times out."""
    quick = Timeouts(connect=5, read=0.02, write=5, pool=5)
    with nothing_left_behind():
        async with _paced_server(False) as server, _opened("httpx") as transport:
            for tick in range(0, 40, 4):
                await _cancelled_at(tick, transport, f"{server.url}/silent", 1, quick)
            await _all_slots_work(transport, server)
            await transport.aclose()
        await _nobody_is_left(server)


@pytest.mark.parametrize("kind", ["httptools", "h11"])
async def test_an_upload_nobody_reads_can_be_cancelled(kind: str) -> None:
    """Bytes that the other side never takes do not keep a cancelled call's socket open."""
    with nothing_left_behind():
        async with Server(lambda peer: peer.writer.wait_closed()) as server, _opened(kind) as transport:
            request = wire_request(server.url, method="POST", body=bytes(20_000_000))
            call = asyncio.create_task(transport.send(request))
            await until(lambda: server.accepted == 1)
            await _ticks(10)
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)
            await _ticks(3)
            assert open_sockets() == server.sockets


@pytest.mark.parametrize("head_start", [0.25, 0], ids=["in turn", "at once"])
async def test_connecting_to_several_addresses_can_be_cancelled(
    monkeypatch: pytest.MonkeyPatch, head_start: float
) -> None:
    """While addresses race, with one that refuses and two that answer, no socket is lost at any tick."""
    monkeypatch.setattr(_dial, "ATTEMPT_DELAY_SECONDS", head_start)
    with nothing_left_behind():
        async with _paced_server(False) as server:
            addresses = [_address(port) for port in (closed_port(), server.port, server.port)]
            for tick in range(25):
                racers = [asyncio.create_task(_dial.race(deque(addresses))) for _ in range(3)]
                await _ticks(tick)
                for racer in racers:
                    racer.cancel()
                for won in await asyncio.gather(*racers, return_exceptions=True):
                    if isinstance(won, socket.socket):
                        won.close()
            await _nobody_is_left(server)


@pytest.mark.parametrize("kind", one_every_run(["httptools", "h11", "httpx"]))
async def test_a_transport_can_be_closed_at_every_tick(kind: str) -> None:
    """Closing in the middle of calls leaves no socket and no task, and every call ends."""
    with nothing_left_behind():
        async with _paced_server(True) as server:
            for tick in range(0, 100, 2):
                async with _opened(kind) as transport:
                    calls = [asyncio.create_task(transport.send(wire_request(server.url))) for _ in range(3)]
                    await _ticks(tick)
                    await transport.aclose()
                    await asyncio.wait(calls, timeout=60)
                    assert all(call.done() for call in calls)
                    await asyncio.gather(*calls, return_exceptions=True)
            await _nobody_is_left(server)


@asynccontextmanager
async def _paced_server(secure: bool) -> AsyncGenerator[Server, None]:
    together = asyncio.Barrier(LIMIT)

    async def paced(peer: Peer) -> None:
        while True:
            request = await peer.request()
            if b"/silent" in request:
                await peer.closed()
                return
            if b"/together" in request:
                await together.wait()
            await peer.ticks(2)
            await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n")
            await peer.ticks(2)
            await peer.send(b"\r\nab")
            await peer.ticks(2)
            await peer.send(b"cd")

    async with Server(paced, tls=server_tls() if secure else None) as server:
        yield server


@asynccontextmanager
async def _opened(kind: str) -> AsyncGenerator[Transport, None]:
    if kind != "httpx":
        transport = open_transport(kind, max_connections=LIMIT, ssl_context=client_tls(), trust_env=False)
        yield transport
        await transport.aclose()
        return
    async with httpx.AsyncClient(verify=client_tls(), trust_env=False) as client:
        transport = open_transport(client, max_connections=LIMIT)
        yield transport
        await transport.aclose()


async def _cancelled_at(
    tick: int, transport: Transport, url: str, cancels: int, timeouts: Timeouts = LONG
) -> list[WireResponse | BaseException]:
    """Start one call more than there are connections, and cancel all of them after so many ticks."""
    calls = [asyncio.create_task(transport.send(wire_request(url, timeouts=timeouts))) for _ in range(LIMIT + 1)]
    await _ticks(tick)
    for _ in range(cancels):
        for call in calls:
            call.cancel()
        await asyncio.sleep(0)
    return await asyncio.gather(*calls, return_exceptions=True)


async def _all_slots_work(transport: Transport, server: Server) -> None:
    """The server answers these calls only once all of them have arrived, so that each needs a connection of its own."""
    request = wire_request(f"{server.url}/together")
    responses = await asyncio.gather(*(transport.send(request) for _ in range(LIMIT)))
    assert [response.body for response in responses] == [b"abcd"] * LIMIT


async def _nobody_is_left(server: Server) -> None:
    await until(lambda: server.open == 0)
    await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})


async def _ticks(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


def _address(port: int) -> tuple[int, int, int, str, tuple[str, int]]:
    return socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port)
