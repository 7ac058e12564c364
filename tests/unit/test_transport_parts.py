"""Small decisions below the transports that sockets show only by chance."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import sys
from types import SimpleNamespace
from typing import Any

import httpcore
import pytest

from abclient.errors import ConfigurationError
from abclient.transports import open_transport
from abclient.transports._fork import detach_in_forks, detach_sockets
from abclient.transports._net import Network, final_status
from abclient.transports._patched import patched
from support.server import OK, Peer, Server

STATUSES = {
    b"": 0,
    b"HTT": 0,
    b"HTTP/1.1 4": 0,
    b"HTTP/1.1 413": 413,
    b"HTTP/1.1 200 OK\r\n": 200,
    b"HTTP/1.1 100 Continue\r\n": 0,
    b"HTTP/1.1 100 Continue\r\n\r\n": 0,
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 401 No": 401,
    b"HTTP/1.1 103 Hints\nLink: </x>\n\nHTTP/1.0 302 Found": 302,
    b"rubbish": 0,
}


@pytest.mark.parametrize("received", STATUSES)
def test_the_answer_is_seen_before_it_is_read(received: bytes) -> None:
    """Interim answers are passed over, and nothing that is cut off is taken for an answer."""
    assert final_status(bytearray(received)) == STATUSES[received]


async def test_plain_bytes_before_tls_are_refused() -> None:
    """What came before the handshake never counts as having come through it."""

    async def speaks_first(peer: Peer) -> None:
        await peer.send(OK)
        await peer.closed()

    async with Server(speaks_first) as server:
        network = Network(1)
        stream = await network.connect_tcp("127.0.0.1", server.port, timeout=5)
        while not stream.get_extra_info("is_readable"):
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        with pytest.raises(httpcore.ConnectError, match="more than a response before TLS"):
            await stream.start_tls(ssl.create_default_context(), server_hostname="127.0.0.1", timeout=5)
        network.abort()


async def test_after_reading_was_held_back_the_loop_goes_round_once() -> None:
    """TLS then shows what it has, before it is asked whether there is more; otherwise nothing is waited for."""
    network = Network(0)
    await network.settled()
    async with Server(lambda peer: peer.closed()) as server:
        await network.connect_tcp("127.0.0.1", server.port, timeout=5)
        receiver: Any = vars(network)["_receiver"]
        receiver.resumed = True
        await network.settled()
        assert not receiver.resumed
        network.abort()


def test_what_is_not_imported_is_not_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default transport does without httpx, and does not import it to look."""
    monkeypatch.delitem(sys.modules, "httpx", raising=False)
    assert not patched()
    assert "httpx" not in sys.modules


def test_only_sockets_that_are_open_are_detached() -> None:
    """A connection that is closed already has none, and its number may be anything's."""

    class Holder:
        def __init__(self, *numbers: int) -> None:
            self.numbers = numbers
            self.ended = False

        def end_in_fork(self) -> None:
            self.ended = True

        def descriptors(self) -> tuple[int, ...]:
            return self.numbers

    ours, other = socket.socketpair()
    holder = Holder(-1, ours.fileno())
    detach_in_forks(holder)
    detach_sockets()
    holder.numbers = ()
    assert other.recv(1) == b""
    assert os.fstat(ours.fileno())
    assert holder.ended
    ours.close()
    other.close()


@pytest.mark.parametrize("choice", ["httptools", "httpcore", SimpleNamespace(send=None, aclose=None)], ids=str)
@pytest.mark.parametrize("limit", [0, -1, 1.5, True, "10", None])
def test_an_impossible_number_of_connections_is_refused(choice: Any, limit: Any) -> None:
    """Whatever the transport, one without connections could only time out."""
    with pytest.raises(ConfigurationError, match="max_connections must be a whole number of 1 or more, not"):
        open_transport(choice, max_connections=limit)
