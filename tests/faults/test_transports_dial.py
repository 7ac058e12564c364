"""Choosing among the addresses of a host, and opening a connection to one."""

from __future__ import annotations

import asyncio
import select
import socket
from collections import deque
from typing import Any

import pytest

from abclient.errors import NotSentError
from abclient.transports import _dial, open_transport
from abclient.transports._sockets import has_input
from support.server import OK, Server, closed_port, full_listener, nothing_left_behind, replies, until
from support.wire import wire_request

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


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_numbers_and_names_are_dialled(host: str) -> None:
    """An address needs no lookup, a name gets one."""
    async with Server(replies(OK)) as server:
        connection = await _dial.dial(host, server.port)
        assert connection.getpeername()[1] == server.port
        connection.close()
        await until(lambda: server.accepted == 1 and server.open == 0)


async def test_a_name_that_cannot_be_encoded_was_not_sent_to(kind: str) -> None:
    """A label that is too long for DNS is reported like an unknown host."""
    transport = open_transport(kind, trust_env=False)
    with pytest.raises(NotSentError, match="no connection to"):
        await transport.send(wire_request(f"http://{'x' * 64}.example/"))
    await transport.aclose()


async def test_a_connection_gone_before_tls_was_not_sent_on(kind: str) -> None:
    """When the end is seen before the handshake begins, or in it, that is what the error says."""
    async with Server(lambda peer: asyncio.sleep(0)) as server:
        transport = open_transport(kind, trust_env=False)
        for _ in range(5):
            with pytest.raises(NotSentError, match="no connection to"):
                await transport.send(wire_request(f"https://127.0.0.1:{server.port}/"))
        await transport.aclose()


@pytest.mark.parametrize("has_poll", [True, False], ids=["poll", "select"])
async def test_an_end_that_the_event_loop_has_not_seen_yet_is_seen(
    monkeypatch: pytest.MonkeyPatch, has_poll: bool
) -> None:
    """A connection closed this very moment is noticed before a request is written to it."""
    if not has_poll:
        monkeypatch.delattr(select, "poll")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        dialled = await _dial.dial("127.0.0.1", listener.getsockname()[1])
        transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=dialled)
        accepted, _ = listener.accept()
        assert not has_input(transport)
        accepted.close()
        assert has_input(transport)
        transport.abort()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_small_writes_are_not_held_back(host: str) -> None:
    """Nagle's delay is off, for addresses as for names: with it, every request with a body takes 40 ms longer."""
    async with Server(replies(OK)) as server:
        connection = await _dial.dial(host, server.port)
        transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=connection)
        assert transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        transport.close()


@pytest.mark.parametrize("host", ["a..b", ".example", "a" * 64 + ".example"])
async def test_a_name_that_cannot_exist_is_named_as_such(kind: str, host: str) -> None:
    """Trying again would not help, and the codec's own words would not either."""
    transport = open_transport(kind, trust_env=False)
    with pytest.raises(NotSentError, match="the host's name has a part that is empty or too long") as caught:
        await transport.send(wire_request(f"https://{host}/"))
    assert not caught.value.temporary
    await transport.aclose()
