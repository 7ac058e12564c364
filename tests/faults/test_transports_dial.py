"""Choosing among the addresses of a host, and the sockets below the default transport."""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from collections import deque
from typing import Any

import httpcore
import pytest

from abclient.transports import _dial
from abclient.transports._net import Network
from support.server import OK, Peer, Server, closed_port, full_listener, nothing_left_behind, replies, until

FOUR, SIX = socket.AF_INET, socket.AF_INET6


def _address(port: int, host: str = "127.0.0.1", family: int = FOUR) -> _dial.Address:
    return family, socket.SOCK_STREAM, 0, "", (host, port)


ORDERS = {
    "one family": ([FOUR, FOUR], [FOUR, FOUR]),
    "alternating, the first family first": ([SIX, SIX, SIX, FOUR], [SIX, FOUR, SIX, SIX]),
    "more of the second": ([FOUR, SIX, SIX], [FOUR, SIX, SIX]),
}


@pytest.mark.parametrize("case", ORDERS)
def test_families_take_turns(case: str) -> None:
    """One broken address family does not hold the other up."""
    found, expected = ORDERS[case]
    addresses = [_address(number, family=family) for number, family in enumerate(found)]
    ordered = _dial.alternating(addresses)
    assert [address[0] for address in ordered] == expected
    assert sorted(ordered) == sorted(addresses)


async def test_an_address_that_stalls_does_not_hold_up_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """After its head start the silent address is overtaken, and its socket is closed."""
    monkeypatch.setattr(_dial, "ATTEMPT_DELAY_SECONDS", 0.01)
    with full_listener() as silent:
        async with Server(replies(OK)) as server:
            with nothing_left_behind():
                won = await _dial.race(deque([_address(silent), _address(server.port)]))
                assert won.getpeername()[1] == server.port
                won.close()
                await until(lambda: server.open == 0)


async def test_an_address_that_refuses_is_followed_at_once_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal does not wait for the end of the head start."""
    monkeypatch.setattr(_dial, "ATTEMPT_DELAY_SECONDS", 600.0)
    async with Server(replies(OK)) as server:
        async with asyncio.timeout(60):
            won = await _dial.race(deque([_address(closed_port()), _address(server.port)]))
        won.close()


async def test_when_no_address_answers_the_error_says_why() -> None:
    """The reasons of all addresses are given, each once."""
    with pytest.raises(OSError, match="Connect call failed") as caught:
        await _dial.race(deque([_address(closed_port()), _address(closed_port())]))
    assert str(caught.value).count("Connect call failed") == 2


async def test_a_host_with_several_addresses_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lookup's addresses are tried in turn until one answers."""
    loop = asyncio.get_running_loop()
    look_up = loop.getaddrinfo

    async def fake(host: str, *arguments: Any, **options: Any) -> list[Any]:
        return found if host == "api.example" else await look_up(host, *arguments, **options)

    async with Server(replies(OK)) as server:
        found = [_address(closed_port()), _address(server.port)]
        monkeypatch.setattr(loop, "getaddrinfo", fake)
        connection = await _dial.dial("api.example", server.port)
        assert connection.getpeername()[1] == server.port
        connection.close()


async def test_a_slow_reader_holds_the_sender_back() -> None:
    """What nobody reads is not piled up in memory; once it is read, everything arrives."""
    blocked = asyncio.Event()
    size = 50_000_000

    async def pours(peer: Peer) -> None:
        piece = bytes(100_000)
        for _ in range(size // len(piece)):
            drained = asyncio.create_task(peer.send(piece))
            _, waiting = await asyncio.wait([drained], timeout=0.1)
            if waiting:
                blocked.set()
            await drained

    async with Server(pours) as server:
        stream = await Network(0).connect_tcp("127.0.0.1", server.port, timeout=60)
        async with asyncio.timeout(60):
            await blocked.wait()
        received = 0
        while piece := await stream.read(1_000_000, timeout=60):
            received += len(piece)
        assert received == size


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_numbers_and_names_are_dialled(host: str) -> None:
    """An address needs no lookup, a name gets one."""
    async with Server(replies(OK)) as server:
        connection = await _dial.dial(host, server.port)
        assert connection.getpeername()[1] == server.port
        connection.close()
        await until(lambda: server.accepted == 1 and server.open == 0)


async def test_a_name_that_cannot_be_encoded_is_a_connect_error() -> None:
    """A label that is too long for DNS is reported like an unknown host."""
    with pytest.raises(httpcore.ConnectError):
        await Network(0).connect_tcp("x" * 64 + ".example", 80, timeout=60)


async def test_a_connection_gone_before_tls_is_a_connect_error() -> None:
    """When the end is seen before the handshake begins, the handshake is not even tried."""

    async with Server(lambda peer: asyncio.sleep(0)) as server:
        stream = await Network(1).connect_tcp("127.0.0.1", server.port, timeout=60)
        await until(lambda: bool(stream.get_extra_info("is_readable")))
        assert await stream.read(1, timeout=60) == b""
        with pytest.raises(httpcore.ConnectError, match="closed the connection instead of starting TLS"):
            await stream.start_tls(ssl.create_default_context(), "127.0.0.1", timeout=60)
        await stream.aclose()


@pytest.mark.parametrize("has_poll", [True, False], ids=["poll", "select"])
async def test_an_end_that_the_event_loop_has_not_seen_yet_is_seen(
    monkeypatch: pytest.MonkeyPatch, has_poll: bool
) -> None:
    """A connection closed this very moment is noticed before a request is written to it."""
    if not has_poll:
        monkeypatch.delattr(select, "poll")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stream = await Network(0).connect_tcp("127.0.0.1", listener.getsockname()[1], timeout=60)
        accepted, _ = listener.accept()
        assert not stream.get_extra_info("is_readable")
        accepted.close()
        assert stream.get_extra_info("is_readable")
        await stream.aclose()


async def test_writing_waits_for_a_slow_receiver_and_no_longer_than_allowed() -> None:
    """Bytes that nobody takes are not piled up: writing them times out."""
    async with Server(lambda peer: peer.writer.wait_closed()) as server:
        stream = await Network(0).connect_tcp("127.0.0.1", server.port, timeout=60)
        with pytest.raises(httpcore.WriteTimeout):
            await stream.write(bytes(50_000_000), timeout=0.05)
        await stream.aclose()


async def test_without_timeouts_the_network_waits_for_as_long_as_it_takes() -> None:
    """httpcore's interface allows None for every timeout."""
    async with Server(replies(OK)) as server:
        stream = await Network(0).connect_tcp("127.0.0.1", server.port)
        await stream.write(b"GET / HTTP/1.1\r\n\r\n")
        assert await stream.read(5) == OK[:5]
        assert await stream.read(100) == OK[5:]
        await stream.aclose()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_small_writes_are_not_held_back(host: str) -> None:
    """Nagle's delay is off, for addresses as for names: with it, every request with a body takes 40 ms longer."""
    async with Server(replies(OK)) as server:
        connection = await _dial.dial(host, server.port)
        transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=connection)
        assert transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        transport.close()
