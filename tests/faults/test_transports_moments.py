"""Transports when two things happen at once, and what a request's body is to aiohttp's own tools."""

from __future__ import annotations

import asyncio
import socket
from collections import deque

import pytest

from abclient.transports import _dial
from abclient.transports._net import Network


async def test_bytes_that_come_in_the_moment_of_the_timeout_are_read() -> None:
    """When bytes and alarm come in the same round of the event loop, the caller gets the bytes."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stream = await Network(0).connect_tcp("127.0.0.1", listener.getsockname()[1], timeout=1)
        accepted, _ = listener.accept()
        with accepted:
            accepted.sendall(b"here")
            assert await stream.read(100, timeout=0) == b"here"
        await stream.aclose()


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

    monkeypatch.setattr(_dial, "HEAD_START", 0)
    monkeypatch.setattr(_dial, "_connect", connect)
    addresses = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", name) for name in ("slow", "refuses")]
    won = await _dial.race(deque(addresses))
    won.close()
