"""Transports when two things happen at once."""

from __future__ import annotations

import asyncio
import logging
import select
import socket
import ssl
import time
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from contextlib import suppress
from types import coroutine
from typing import Any, cast

import pytest

from abclient.errors import ABClientError, NotSentError, ResponseLostError
from abclient.options import Timeouts
from abclient.transports import WireResponse, _connection, _dial, open_transport
from support.server import OK, Peer, Server, answer, client_tls, replies, server_tls, until
from support.wire import wire_request


async def test_bytes_that_come_in_the_moment_of_the_timeout_are_read(kind: str) -> None:
    """When bytes and alarm come in the same round of the event loop, the caller gets the bytes."""
    asked = asyncio.Event()

    async def answers_when_asked(peer: Peer) -> None:
        while True:
            await peer.request()
            asked.set()
            await peer.send(OK)

    async with Server(answers_when_asked) as server:
        transport = open_transport(kind, trust_env=False)
        await transport.send(wire_request(server.url))
        asked.clear()
        limits = Timeouts(read=0.3)
        call = asyncio.create_task(transport.send(wire_request(server.url, timeouts=limits)))
        await asked.wait()
        time.sleep(0.35)  # the response is there and the time is over, when the event loop looks again
        assert (await call).body == b"ok"
        await transport.aclose()


@pytest.mark.parametrize("kind", ["httptools", "h11"])
async def test_a_request_on_a_warm_connection_waits_for_the_network_alone(kind: str) -> None:
    """Whoever gives way to other tasks without need lets a busy client's answers lie, and an idle one's loop turn."""
    gave_way: list[bool] = []

    @coroutine
    def watched(sending: Coroutine[Any, Any, WireResponse]) -> Generator[Any, None, WireResponse]:
        steps = sending.__await__()
        while True:
            try:
                awaited = next(steps)
            except StopIteration as over:
                return cast("WireResponse", over.value)
            gave_way.append(awaited is None)
            yield awaited

    ok = answer(b"ok")
    async with Server(replies(ok, ok, ok)) as server:
        transport = open_transport(kind, trust_env=False)
        await transport.send(wire_request(server.url))
        for _ in range(2):
            assert (await watched(transport.send(wire_request(server.url)))).body == b"ok"
        await transport.aclose()
    assert gave_way
    assert not any(gave_way)


async def test_a_slow_address_is_waited_for_when_all_others_have_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left to be tried, so the one under way has as long as the caller grants."""
    refused = asyncio.Event()

    async def connect(address: _dial.Address) -> socket.socket:
        if address[4] == "refuses":
            refused.set()
            raise ConnectionRefusedError
        await refused.wait()
        for _ in range(5):  # the race hears of the refusal first
            await asyncio.sleep(0)
        return socket.socket()

    monkeypatch.setattr(_dial, "ATTEMPT_DELAY_SECONDS", 0)
    monkeypatch.setattr(_dial, "_connect", connect)
    addresses = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", name) for name in ("slow", "refuses")]
    won = await _dial.race(deque(addresses))
    won.close()


async def test_a_connection_that_ends_before_its_request_says_nothing(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    """What is given up while it connects leaves no error of the event loop, which would hide why in a log."""
    async with Server(replies(OK)) as server:
        transport = open_transport(kind, trust_env=False)
        for ticks in range(8):
            call = asyncio.create_task(transport.send(wire_request(server.url)))
            for _ in range(ticks):
                await asyncio.sleep(0)
            call.cancel()
            await asyncio.wait([call])
        assert (await transport.send(wire_request(server.url))).body == b"ok"
        await transport.aclose()
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def _hangs_up(peer: Peer) -> None:
    """Without a word."""


async def _resets(peer: Peer) -> None:
    peer.reset()


async def _greets(peer: Peer) -> None:
    await peer.send(b"220 ready\r\n")
    await peer.closed()


async def _resets_after_handshake(peer: Peer) -> None:
    """Says the last words of a handshake, and resets the connection before they can be answered."""
    read, written = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = server_tls().wrap_bio(read, written, server_side=True)
    read.write(await peer.reader.read(65536))
    with suppress(ssl.SSLWantReadError):
        tls.do_handshake()
    peer.writer.write(written.read())
    peer.reset()


FIRST: dict[str, tuple[str, Callable[[Peer], Coroutine[Any, Any, None]], type[ABClientError]]] = {
    "an end": ("http", _hangs_up, ResponseLostError),
    "an end before TLS": ("https", _hangs_up, NotSentError),
    "a reset": ("http", _resets, ResponseLostError),
    "a reset before TLS": ("https", _resets, NotSentError),
    "a word before TLS": ("https", _greets, NotSentError),
}


@pytest.mark.parametrize("size", [2, 1_000_000], ids=["small", "large"])
@pytest.mark.parametrize("case", FIRST)
async def test_a_server_that_is_first_to_end_or_speak(
    monkeypatch: pytest.MonkeyPatch, kind: str, case: str, size: int
) -> None:
    """It has done so when the connection stands; event loops tell of it before the request is written, or after."""
    scheme, script, expected = FIRST[case]

    async def dial(host: str, port: int) -> socket.socket:
        connection = await _dial.dial(host, port)
        await until(lambda: bool(select.select([connection], [], [], 0)[0]))
        return connection

    monkeypatch.setattr(_connection, "dial", dial)
    transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
    async with Server(script) as server:
        request = wire_request(f"{scheme}://127.0.0.1:{server.port}", method="POST", body=bytes(size))
        with pytest.raises(ABClientError) as caught:
            await transport.send(request)
        assert type(caught.value) is expected
        await transport.aclose()


async def test_a_connection_that_breaks_with_the_last_words_of_a_handshake(kind: str) -> None:
    """Nothing waits for an answer to a request that cannot be written; where the loop knew in time, it was not sent."""
    transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
    async with Server(_resets_after_handshake) as server:
        expected = (NotSentError, ResponseLostError) if kind == "httpcore" else NotSentError
        with pytest.raises(expected):
            await transport.send(wire_request(f"https://127.0.0.1:{server.port}"))
        await transport.aclose()
