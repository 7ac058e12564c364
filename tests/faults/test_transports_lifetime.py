"""Opening, sharing and closing a transport: the pool, warm connections, event loops, calls in flight."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from abclient.errors import ClientClosedError, ConfigurationError, PoolTimeoutError
from abclient.options import Timeouts
from abclient.transports import Transport, open_transport
from abclient.transports._h11_reader import H11Reader
from abclient.transports._httptools_reader import HttptoolsReader
from abclient.transports._sockets import SharedMemory
from abclient.transports.httpx_client import HttpxTransport
from abclient.transports.pooled_client import PooledTransport
from support.server import (
    OK,
    Peer,
    Server,
    client_tls,
    nothing_left_behind,
    open_sockets,
    replies,
    replies_then_closes,
    replies_then_stalls,
    server_tls,
    until,
)
from support.wire import wire_request


async def test_one_connection_serves_many_calls_in_a_row(transport: Transport) -> None:
    """Connections are kept and used again, over TLS too."""
    async with Server(replies(OK)) as plain, Server(replies(OK), tls=server_tls()) as secure:
        for _ in range(3):
            await transport.send(wire_request(plain.url))
            await transport.send(wire_request(secure.url))
    assert (plain.accepted, secure.accepted) == (1, 1)


async def test_calls_beyond_the_limit_wait_their_turn(kind: str) -> None:
    """With two connections, ten calls at once all succeed and never open a third."""
    async with Server(replies(OK)) as server:
        transport = open_transport(kind, max_connections=2, trust_env=False)
        responses = await asyncio.gather(*(transport.send(wire_request(server.url)) for _ in range(10)))
        await transport.aclose()
    assert [response.body for response in responses] == [b"ok"] * 10
    assert server.accepted == 2


@pytest.mark.parametrize("kind", ["httptools", "h11", "httpx"])
async def test_a_full_pool_is_a_pool_timeout(kind: str) -> None:
    """A call that gets no connection in time was not sent, and the waiting costs nobody else a connection."""
    answers_now = asyncio.Event()

    async def answers_late(peer: Peer) -> None:
        await peer.request()
        await answers_now.wait()
        await peer.send(OK)

    async with Server(answers_late) as server, httpx.AsyncClient(trust_env=False) as client:
        choice = client if kind == "httpx" else kind
        transport = open_transport(choice, max_connections=1, trust_env=False)
        first = asyncio.create_task(transport.send(wire_request(server.url)))
        await until(lambda: len(server.requests) == 1)
        with pytest.raises(PoolTimeoutError, match=r"all 1 connections were busy for 0\.05 s"):
            await transport.send(wire_request(server.url, timeouts=Timeouts(pool=0.05)))
        assert len(server.requests) == 1
        answers_now.set()
        assert (await first).body == b"ok"
        await transport.aclose()


@pytest.mark.parametrize("reader", [HttptoolsReader, H11Reader])
async def test_an_expired_connection_is_not_used_again(reader: type[HttptoolsReader | H11Reader]) -> None:
    """After keepalive_expiry a new connection is opened, and the old one is closed."""
    async with Server(replies(OK)) as server:
        transport = PooledTransport(reader, keepalive_expiry=0.0, trust_env=False)
        await transport.send(wire_request(server.url))
        await transport.send(wire_request(server.url))
        await until(lambda: server.open == 1)
        await transport.aclose()
    assert server.accepted == 2


def test_answers_are_read_into_memory_that_is_there(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither plain nor TLS connections have asyncio allocate memory for every read; uvloop never does."""
    asked: list[int] = []
    memory = SharedMemory().get_buffer(-1)

    def get_buffer(self: SharedMemory, sizehint: int) -> memoryview:
        asked.append(sizehint)
        return memory

    async def talk() -> None:
        for tls in (None, server_tls()):
            async with Server(replies(OK), tls=tls) as server:
                transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
                asked.clear()
                await transport.send(wire_request(server.url))
                await transport.aclose()
            assert asked

    monkeypatch.setattr(SharedMemory, "get_buffer", get_buffer)
    asyncio.run(talk())


async def test_closing_ends_calls_in_flight_and_waiting_ones(kind: str) -> None:
    """A call that reads, one that connects by TLS and one that waits for a lease all end with ClientClosedError."""
    with nothing_left_behind():
        async with Server(replies_then_stalls(OK[:-1])) as server:
            transport = open_transport(kind, max_connections=2, ssl_context=client_tls(), trust_env=False)
            urls = [server.url, f"https://127.0.0.1:{server.port}", server.url]
            calls = [asyncio.create_task(transport.send(wire_request(url))) for url in urls]
            await until(lambda: server.accepted == 2 and len(server.requests) == 1)
            await transport.aclose()
            assert all(call.done() for call in calls)
            for call in calls:
                assert type(call.exception()) is ClientClosedError
            await until(lambda: server.open == 0)


async def test_idle_connections_are_closed_when_closing_returns(kind: str) -> None:
    """A program may end its event loop right after ``aclose``: not one socket is left by then."""
    async with Server(replies(OK)) as plain, Server(replies(OK), tls=server_tls()) as secure:
        transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
        for server in (plain, secure):
            await transport.send(wire_request(server.url))
        before = open_sockets()
        await transport.aclose()
        assert open_sockets() <= before - 2


async def test_closing_the_adapter_ends_calls_and_waits_for_what_they_left() -> None:
    """The caller gets ClientClosedError, the client itself stays open and usable."""
    answers_now = asyncio.Event()

    async def answers_late(peer: Peer) -> None:
        await peer.request()
        await answers_now.wait()
        await peer.send(OK)

    async with Server(answers_late) as server, httpx.AsyncClient(trust_env=False) as client:
        transport = HttpxTransport(client)
        call = asyncio.create_task(transport.send(wire_request(server.url)))
        await until(lambda: len(server.requests) == 1)
        closing = asyncio.create_task(transport.aclose())
        await asyncio.wait([call])
        assert type(call.exception()) is ClientClosedError
        assert not closing.done()
        answers_now.set()
        await closing
        assert not client.is_closed
        assert (await client.get(server.url)).content == b"ok"


async def test_a_closed_transport_refuses_calls(transport: Transport) -> None:
    """Use after close is ClientClosedError, closing twice is fine, and nothing is sent."""
    async with Server(replies(OK)) as server:
        await transport.send(wire_request(server.url))
        await transport.aclose()
        await transport.aclose()
        with pytest.raises(ClientClosedError, match="this client was closed"):
            await transport.send(wire_request(server.url))
    assert len(server.requests) == 1


async def test_a_call_cancelled_and_closed_at_once_is_cancelled(transport: Transport) -> None:
    """Whoever cancels a task must see it cancelled, even when its client closes in the same moment."""
    async with Server(replies_then_stalls(b"")) as server:
        call = asyncio.create_task(transport.send(wire_request(server.url)))
        await until(lambda: len(server.requests) == 1)
        closing = asyncio.create_task(transport.aclose())
        await asyncio.sleep(0)
        call.cancel()
        await asyncio.wait([call], timeout=60)
        assert call.cancelled()
        await server.__aexit__(None, None, None)
        await closing


async def test_closing_twice_at_once_ends_calls_once(kind: str) -> None:
    """The second one waits for the same calls, and these clean up in peace."""
    async with Server(replies_then_stalls(b"")) as server:
        transport = open_transport(kind, trust_env=False)
        call = asyncio.create_task(transport.send(wire_request(server.url)))
        await until(lambda: len(server.requests) == 1)
        await asyncio.gather(transport.aclose(), transport.aclose())
        assert type(call.exception()) is ClientClosedError
        assert call.cancelling() == 0


async def test_a_transport_never_used_closes(kind: str) -> None:
    """Closing what was never opened is fine."""
    transport = open_transport(kind, trust_env=False)
    await transport.aclose()
    with pytest.raises(ClientClosedError):
        await transport.send(wire_request("http://127.0.0.1:9"))


async def test_a_closed_httpx_client_is_named() -> None:
    """Handing in a client and closing it is the user's mistake, and the message says so."""
    client = httpx.AsyncClient(trust_env=False)
    await client.aclose()
    with pytest.raises(ClientClosedError, match="httpx client that was handed in is closed"):
        await HttpxTransport(client).send(wire_request("http://127.0.0.1:9"))


@pytest.mark.parametrize("kind", ["httptools", "h11", "httpx"])
def test_a_second_event_loop_is_refused_with_its_reason(kind: str) -> None:
    """Made outside any loop it works in the first one, and says what is wrong in the next; closing there is quiet."""
    client = httpx.AsyncClient(trust_env=False)
    transport = open_transport(client if kind == "httpx" else kind, trust_env=False)

    async def call() -> None:
        async with Server(replies_then_closes(OK)) as server:
            assert (await transport.send(wire_request(server.url))).body == b"ok"
            await until(lambda: server.open == 0)

    asyncio.run(call())
    with pytest.raises(ClientClosedError, match="belongs to another event loop"):
        asyncio.run(call())
    asyncio.run(transport.aclose())
    with pytest.raises(ClientClosedError, match="this client was closed"):
        asyncio.run(call())


async def test_two_hosts_keep_their_connections_apart(kind: str) -> None:
    """Calls to two hosts in turn go to the right one and reuse both connections."""
    async with Server(replies(OK)) as one, Server(replies(OK)) as two:
        transport = open_transport(kind, max_connections=2, trust_env=False)
        for _ in range(3):
            await transport.send(wire_request(one.url))
            await transport.send(wire_request(two.url))
        await transport.aclose()
    assert (one.accepted, two.accepted) == (1, 1)


async def test_one_slot_moves_between_hosts(kind: str) -> None:
    """Where one connection is allowed, the one to the other host is given up, and closed."""
    async with Server(replies(OK)) as one, Server(replies(OK)) as two:
        transport = open_transport(kind, max_connections=1, trust_env=False)
        for server in (one, two, one):
            await transport.send(wire_request(server.url))
        await until(lambda: (one.open, two.open) == (1, 0))
        await transport.aclose()


async def test_a_drip_is_ended_by_the_callers_own_deadline(transport: Transport) -> None:
    """Each byte restarts the read timeout; the caller's total limit cuts it, and the transport works on."""

    async def drips(peer: Peer) -> None:
        await peer.request()
        if peer.number > 1:
            await peer.send(OK)
            return
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while True:
            await peer.send(b".")
            await asyncio.sleep(0.01)

    async with Server(drips) as server:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await transport.send(wire_request(server.url, timeouts=Timeouts(read=0.1)))
        assert (await transport.send(wire_request(server.url))).body == b"ok"
        await until(lambda: server.open <= 1)


async def test_a_ready_transport_passes_through() -> None:
    """Anything that sends and closes is taken as it is."""
    own = PooledTransport(H11Reader, trust_env=False)
    assert open_transport(own) is own


BAD_CHOICES: dict[str, tuple[Any, str]] = {
    "unknown name": ("reqwest", "no transport 'reqwest'; the choices are: 'httptools', 'h11'"),
    "synchronous client": (httpx.Client(trust_env=False), "httpx2?.Client cannot send requests"),
    "something else": (object(), "builtins.object cannot send requests"),
}


@pytest.mark.parametrize("case", BAD_CHOICES)
def test_a_choice_that_cannot_work_is_named(case: str) -> None:
    """A wrong name or object is a ConfigurationError that says what can be given."""
    choice, message = BAD_CHOICES[case]
    with pytest.raises(ConfigurationError, match=message):
        open_transport(choice)
