"""Whatever a test has put in place of httpx and httpcore sends all requests: none goes past it to the network."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator, Callable
from inspect import iscoroutinefunction
from typing import Any
from unittest.mock import AsyncMock, MagicMock

import httpcore
import httpcore._backends.auto
import httpx
import pytest

from abclient.transports import open_transport
from abclient.transports._patched import patched
from support.server import (
    OK,
    Peer,
    Script,
    Server,
    answer,
    client_tls,
    forwarding_proxy,
    nothing_left_behind,
    replies,
    server_tls,
    until,
)
from support.wire import wire_request

Patch = Callable[[pytest.MonkeyPatch], None]


async def _replayed(self: Any, request: httpx.Request, *args: Any, **options: Any) -> httpx.Response:
    return httpx.Response(203, headers={"X-From": "cassette"}, content=b"replayed", request=request)


async def _replayed_below(self: Any, request: httpcore.Request) -> httpcore.Response:
    return httpcore.Response(203, headers=[(b"X-From", b"cassette")], content=b"replayed")


def _wrapped(function: Any) -> Any:
    """Called by the name of what it stands for, as decorators do it."""

    @functools.wraps(function)
    async def wrapper(self: Any, request: httpx.Request) -> httpx.Response:
        return await _replayed(self, request)

    return wrapper


def _client_over_a_mock(**options: Any) -> httpx.AsyncClient:
    options["transport"] = httpx.MockTransport(lambda request: httpx.Response(203, content=b"replayed"))
    return _client(**options)


class _Transport(httpx.AsyncHTTPTransport):
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await _replayed(self, request)


class _Pool(httpcore.AsyncConnectionPool):
    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        return await _replayed_below(self, request)


class _Proxy:
    """Claims to be what it wraps in every way, as those of wrapt do."""

    def __init__(self, wrapped: Any) -> None:
        self._wrapped = wrapped

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wrapped, name)

    def __eq__(self, other: object) -> bool:
        return bool(self._wrapped == other)

    def __hash__(self) -> int:
        return hash(self._wrapped)

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        return await _replayed(None, request)


_client = httpx.AsyncClient
REPLAYED: dict[str, tuple[Any, str, Any]] = {
    "the transport's method": (httpx.AsyncHTTPTransport, "handle_async_request", _replayed),
    "the transport's method, wrapped": (
        httpx.AsyncHTTPTransport,
        "handle_async_request",
        _wrapped(httpx.AsyncHTTPTransport.handle_async_request),
    ),
    "the transport's method, behind a proxy": (
        httpx.AsyncHTTPTransport,
        "handle_async_request",
        _Proxy(httpx.AsyncHTTPTransport.handle_async_request),
    ),
    "the client's send": (httpx.AsyncClient, "send", _replayed),
    "the client's single request": (httpx.AsyncClient, "_send_single_request", _replayed),
    "the client": (httpx, "AsyncClient", _client_over_a_mock),
    "the transport": (httpx, "AsyncHTTPTransport", _Transport),
    "the pool's method": (httpcore.AsyncConnectionPool, "handle_async_request", _replayed_below),
    "the pool": (httpcore, "AsyncConnectionPool", _Pool),
    "the connection's method": (httpcore.AsyncHTTPConnection, "handle_async_request", _replayed_below),
    "the HTTP/1.1 connection's method": (
        httpcore.AsyncHTTP11Connection,
        "handle_async_request",
        _replayed_below,
    ),
}
WITH_A_SOCKET = {"the HTTP/1.1 connection's method"}
"""What lies above the network backend, but below the connection that opens one."""


@pytest.fixture(params=["before", "after", "warm"])
def when(request: pytest.FixtureRequest) -> str:
    """Whether it is patched before the transport is made, after, or once it has an open connection."""
    moment: str = request.param
    return moment


@pytest.mark.parametrize("case", REPLAYED)
async def test_what_was_replaced_sends(kind: str, monkeypatch: pytest.MonkeyPatch, case: str, when: str) -> None:
    """The request passes there, whenever it was replaced; afterwards requests go to the network again."""
    holder, name, replacement = REPLAYED[case]
    async with Server(replies(OK)) as server:
        transport = open_transport(kind, trust_env=False) if when != "before" else None
        if transport and when == "warm":
            await transport.send(wire_request(server.url))
        asked = len(server.requests)
        with monkeypatch.context() as patch:
            patch.setattr(holder, name, replacement)
            assert patched()
            transport = transport or open_transport(kind, trust_env=False)
            response = await transport.send(wire_request(server.url, method="POST", body=b"{}"))
        assert (response.status, response.body) == (203, b"replayed")
        assert len(server.requests) == asked
        assert server.accepted == (when == "warm") + (case in WITH_A_SOCKET)
        assert not patched()
        assert (await transport.send(wire_request(server.url))).body == b"ok"
        await transport.aclose()


@pytest.mark.parametrize("case", REPLAYED)
async def test_what_is_replaced_later_sends(kind: str, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    """The request passes there, though others were sent before through what was there then, and reached the network."""
    holder, name, replacement = REPLAYED[case]
    send, through = httpx.AsyncHTTPTransport.handle_async_request, MagicMock()

    async def passing(self: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        through()
        return await send(self, request)

    async with Server(replies(OK)) as server:
        transport = open_transport(kind, trust_env=False)
        with monkeypatch.context() as patch:
            patch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", passing)
            assert (await transport.send(wire_request(server.url))).body == b"ok"
        with monkeypatch.context() as patch:
            patch.setattr(holder, name, replacement)
            assert (await transport.send(wire_request(server.url))).body == b"replayed"
        await transport.aclose()
    assert (through.call_count, len(server.requests)) == (1, 1)


REFUSED: dict[str, tuple[Any, str]] = {
    "the transport's method": (httpx.AsyncHTTPTransport, "handle_async_request"),
    "the client's send": (httpx.AsyncClient, "send"),
    "what chooses the transport": (httpx.AsyncClient, "_transport_for_url"),
    "what authenticates": (httpx.AsyncClient, "_send_handling_auth"),
    "what follows redirects": (httpx.AsyncClient, "_send_handling_redirects"),
    "what makes the request": (httpx.AsyncClient, "build_request"),
    "the pool's method": (httpcore.AsyncConnectionPool, "handle_async_request"),
    "the network": (httpcore._backends.auto.AutoBackend, "connect_tcp"),
    "the network of anyio": (httpcore.AnyIOBackend, "connect_tcp"),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_what_has_nothing_to_replay_ends_the_call(
    kind: str, monkeypatch: pytest.MonkeyPatch, case: str, when: str
) -> None:
    """The error of an empty cassette is the call's, and no socket is opened."""
    async with Server(replies(OK)) as server:
        transport = open_transport(kind, trust_env=False) if when != "before" else None
        if transport and when == "warm":
            await transport.send(wire_request(server.url))
        with monkeypatch.context() as patch:
            holder, name = REFUSED[case]
            mock = AsyncMock if iscoroutinefunction(getattr(holder, name)) else MagicMock
            patch.setattr(holder, name, mock(side_effect=LookupError("nothing recorded")))
            transport = transport or open_transport(kind, trust_env=False)
            with pytest.raises(LookupError, match="nothing recorded"):
                await transport.send(wire_request(server.url))
        await transport.aclose()
    assert server.accepted == (when == "warm")


async def test_a_stand_in_for_the_client_is_not_passed_by(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mock that has nothing of httpx makes the call fail, rather than reach the network."""
    async with Server(replies(OK)) as server:
        monkeypatch.setattr(httpx, "AsyncClient", object())
        transport = open_transport(kind, trust_env=False)
        with pytest.raises(TypeError):
            await transport.send(wire_request(server.url))
        await transport.aclose()
    assert server.accepted == 0


@pytest.fixture
async def watched(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MagicMock]:
    """Requests pass by a watcher, as those of a tool for tracing, and go on to the network."""
    seen = MagicMock()
    send = httpx.AsyncHTTPTransport.handle_async_request

    async def watching(self: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        seen(str(request.url))
        return await send(self, request)

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", watching)
    yield seen


async def test_a_watcher_sees_requests_that_reach_the_network(kind: str, watched: MagicMock) -> None:
    """What only looks on changes no answer; connections are kept, over TLS too, and closed in the end."""
    with nothing_left_behind():
        async with Server(replies(answer(b"ok", "404 No")), tls=server_tls()) as server:
            transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
            for _ in range(2):
                assert (await transport.send(wire_request(server.url + "/a?b=1"))).status == 404
            await transport.aclose()
            await until(lambda: server.open == 0)
    assert [call.args for call in watched.call_args_list] == [(f"{server.url}/a?b=1",)] * 2
    assert server.accepted == 1


async def test_a_watched_transport_has_as_many_connections_as_ever(watched: MagicMock) -> None:
    """More than httpx would open by itself run at once, where the caller allows them."""
    count = 101
    async with Server(until_all_are_there(count)) as server:
        transport = open_transport("h11", max_connections=count, trust_env=False)
        calls = [transport.send(wire_request(server.url)) for _ in range(count)]
        assert {response.status for response in await asyncio.gather(*calls)} == {200}
        await transport.aclose()
    assert (server.accepted, watched.call_count) == (count, count)


def until_all_are_there(count: int) -> Script:
    """Answer once so many requests have arrived."""
    everyone = asyncio.Barrier(count)

    async def script(peer: Peer) -> None:
        await peer.request()
        await everyone.wait()
        await peer.send(OK)
        await peer.closed()

    return script


@pytest.mark.parametrize("user", ["me:p%40ss@", ""])
@pytest.mark.parametrize("over", ["http", "https"])
async def test_a_watched_request_goes_through_the_proxy(
    kind: str, monkeypatch: pytest.MonkeyPatch, watched: MagicMock, user: str, over: str
) -> None:
    """The environment's proxy is used there as anywhere, with its credentials."""
    log: list[bytes] = []
    tls = server_tls() if over == "https" else None
    async with Server(forwarding_proxy(log), tls=tls) as proxy, Server(replies(OK), tls=server_tls()) as api:
        monkeypatch.setenv("https_proxy", f"{over}://{user}127.0.0.1:{proxy.port}")
        transport = open_transport(kind, ssl_context=client_tls())
        assert (await transport.send(wire_request(api.url))).body == b"ok"
        await transport.aclose()
    assert log[0].startswith(b"CONNECT")
    assert (b"Basic bWU6cEBzcw==" in log[0]) == bool(user)
    assert watched.called
