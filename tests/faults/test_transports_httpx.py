"""The adapter for a handed-in httpx client: what stays the client's business and what does not."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from abclient.errors import (
    ClientClosedError,
    ConnectTimeoutError,
    NotSentError,
    PoolTimeoutError,
    ResponseTooLargeError,
)
from abclient.transports.httpx_client import HttpxTransport
from support.server import OK, Peer, Server, answer, closed_port, replies, replies_then_stalls, until
from support.wire import short, wire_request


async def test_authentication_headers_and_hooks_of_the_client_apply() -> None:
    """A client is handed in for what it adds to each request."""
    seen: list[str] = []

    async def note(request: httpx.Request) -> None:
        seen.append(request.method)

    async with (
        Server(replies(OK)) as server,
        httpx.AsyncClient(
            auth=("me", "pass"), headers={"X-Team": "7"}, event_hooks={"request": [note]}, trust_env=False
        ) as client,
    ):
        transport = HttpxTransport(client)
        await transport.send(wire_request(server.url))
        await transport.aclose()
        assert not client.is_closed
    sent = server.requests[0].lower()
    assert (b"authorization: basic" in sent, b"x-team: 7" in sent, seen) == (True, True, ["GET"])


async def test_redirects_are_not_followed_and_cookies_not_sent_whatever_the_client_does() -> None:
    """The client's own settings for both do not hold here."""
    sends_away = answer(b"", "302 Found", "Location: /elsewhere", "Set-Cookie: a=1")
    async with (
        Server(replies(sends_away)) as server,
        httpx.AsyncClient(follow_redirects=True, cookies={"b": "2"}, trust_env=False) as client,
    ):
        transport = HttpxTransport(client)
        for _ in range(2):
            assert (await transport.send(wire_request(server.url))).status == 302
        await transport.aclose()
    assert len(server.requests) == 2
    assert b"cookie" not in b"".join(server.requests).lower()


async def test_a_hook_that_reads_the_answer_leaves_it_readable() -> None:
    """Users log bodies in hooks; the answer still arrives, and is still counted."""

    async def read(response: httpx.Response) -> None:
        await response.aread()

    async with (
        Server(replies(answer(bytes(100)))) as server,
        httpx.AsyncClient(event_hooks={"response": [read]}, trust_env=False) as client,
    ):
        transport = HttpxTransport(client)
        assert (await transport.send(wire_request(server.url))).body == bytes(100)
        with pytest.raises(ResponseTooLargeError):
            await transport.send(wire_request(server.url, max_response_bytes=99))
        await transport.aclose()


async def test_mock_transports_work() -> None:
    """httpx's own way of mocking needs no network and no further setting."""

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(418, json={"path": request.url.path}, headers={"X-Id": "1"})

    async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as client:
        transport = HttpxTransport(client)
        response = await transport.send(wire_request("https://api.example/tea"))
        await transport.aclose()
    assert (response.status, response.body) == (418, b'{"path":"/tea"}')
    assert ("x-id", "1") in response.headers


async def test_the_clients_own_full_pool_is_a_pool_timeout() -> None:
    """When the client allows fewer connections than we do, its PoolTimeout means the same as ours."""
    limits = httpx.Limits(max_connections=1)
    async with (
        Server(replies_then_stalls(b"")) as server,
        httpx.AsyncClient(limits=limits, trust_env=False) as client,
    ):
        transport = HttpxTransport(client)
        first = asyncio.create_task(transport.send(wire_request(server.url)))
        await until(lambda: len(server.requests) == 1)
        with pytest.raises(PoolTimeoutError, match="of the given HTTP client was busy"):
            await transport.send(wire_request(server.url, timeouts=short("pool")))
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        await client.aclose()
        await transport.aclose()


async def test_closing_the_client_under_a_call_is_named() -> None:
    """The user closed their own client: the call ends at once and says so."""
    async with Server(replies_then_stalls(b"")) as server:
        client = httpx.AsyncClient(trust_env=False)
        transport = HttpxTransport(client)
        call = asyncio.create_task(transport.send(wire_request(server.url)))
        await until(lambda: len(server.requests) == 1)
        await client.aclose()
        with pytest.raises(ClientClosedError, match="handed in is closed"):
            await call
        await transport.aclose()


async def test_an_abandoned_call_stops_at_its_next_bytes_and_leaves_the_sink_alone() -> None:
    """After a cancellation the caller's file may be closed: not one more piece goes into it."""
    go_on = asyncio.Event()
    pieces: list[bytes] = []

    async def drips(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nfirst")
        await go_on.wait()
        await peer.send(b"second")
        await peer.closed()

    async with Server(drips) as server, httpx.AsyncClient(trust_env=False) as client:
        transport = HttpxTransport(client)
        call = asyncio.create_task(transport.send(wire_request(server.url, sink=pieces.append)))
        await until(lambda: bool(pieces))
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        go_on.set()
        await until(lambda: server.open == 0)
        await transport.aclose()
    assert pieces == [b"first"]


async def test_the_error_of_an_abandoned_call_is_not_reported_as_forgotten() -> None:
    """What a cancelled call ran into afterwards concerns nobody."""
    complaints: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: complaints.append(context))
    async with Server(replies_then_stalls(b"")) as server, httpx.AsyncClient(trust_env=False) as client:
        transport = HttpxTransport(client)
        call = asyncio.create_task(transport.send(wire_request(server.url, timeouts=short("read"))))
        await until(lambda: len(server.requests) == 1)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        await transport.aclose()
    del call
    assert complaints == []


async def test_an_event_loop_that_cancels_everything_ends_the_inner_task_too() -> None:
    """As ``asyncio.run`` does at its end: every task is cancelled, and the connection comes back."""
    async with Server(replies_then_stalls(b"")) as server, httpx.AsyncClient(trust_env=False) as client:
        transport = HttpxTransport(client, max_connections=1)
        before = asyncio.all_tasks()
        call = asyncio.create_task(transport.send(wire_request(server.url)))
        await until(lambda: len(server.requests) == 1)
        for task in asyncio.all_tasks() - before:
            if "HttpxTransport" in repr(task) or "_Exchange" in repr(task):
                task.cancel()
        await asyncio.gather(call, return_exceptions=True)
        assert call.cancelled()
        with pytest.raises(NotSentError) as caught:
            await transport.send(wire_request(f"http://127.0.0.1:{closed_port()}"))
        assert not isinstance(caught.value, PoolTimeoutError | ConnectTimeoutError)
        await transport.aclose()
