"""Transports when two things happen at once."""

from __future__ import annotations

import asyncio
import logging
import socket
import time
from collections import deque
from collections.abc import Coroutine, Generator
from types import coroutine
from typing import Any, cast

import pytest

from abclient.options import Timeouts
from abclient.transports import WireResponse, _dial, open_transport
from support.server import OK, Peer, Server, answer, replies
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
