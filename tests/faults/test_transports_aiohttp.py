"""What is particular to the aiohttp transport: how it is chosen, and what aiohttp does that is switched off here."""

from __future__ import annotations

import asyncio
import sys

import pytest

import abclient
from abclient._session import Session
from abclient.errors import ConfigurationError, ResponseLostError
from abclient.transports import open_transport
from abclient.transports.aiohttp_client import AiohttpTransport
from support.clients import TOKEN
from support.server import OK, Peer, Server, answer, open_sockets, replies, until
from support.wire import wire_request


def test_it_is_chosen_by_name_or_environment_and_never_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    """With aiohttp installed the default stays what it is; the argument and ABCLIENT_TRANSPORT change it."""
    monkeypatch.delenv("ABCLIENT_TRANSPORT", raising=False)
    assert not isinstance(_transport_of(abclient.LaunchDarkly(token=TOKEN)), AiohttpTransport)
    assert isinstance(_transport_of(abclient.LaunchDarkly(token=TOKEN, transport="aiohttp")), AiohttpTransport)
    monkeypatch.setenv("ABCLIENT_TRANSPORT", "aiohttp")
    assert isinstance(_transport_of(abclient.LaunchDarkly(token=TOKEN)), AiohttpTransport)


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for it where aiohttp is missing says what to install."""
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    monkeypatch.delitem(sys.modules, "abclient.transports.aiohttp_client")
    with pytest.raises(ConfigurationError, match=r"pip install 'abclient-experiments\[aiohttp\]'"):
        open_transport("aiohttp")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD"])
async def test_idempotent_requests_are_not_sent_again(method: str) -> None:
    """A kept connection that breaks under a method that aiohttp's own session repeats is one send and one error."""

    async def serves_one(peer: Peer) -> None:
        await peer.request()
        await peer.send(OK)
        await peer.request()

    async with Server(serves_one) as server:
        transport = open_transport("aiohttp", trust_env=False)
        await transport.send(wire_request(server.url))
        with pytest.raises(ResponseLostError):
            await transport.send(wire_request(server.url, method=method))
        await transport.aclose()
    assert len(server.requests) == 2


async def test_no_header_is_added_that_was_not_asked_for() -> None:
    """Only what HTTP needs stands beside the request's own headers."""
    async with Server(replies(OK)) as server:
        transport = open_transport("aiohttp", trust_env=False)
        await transport.send(wire_request(server.url, method="POST", body=b"{}", headers=(("x-own", "1"),)))
        await transport.aclose()
    names = {line.partition(b":")[0].lower() for line in server.requests[0].split(b"\r\n")[1:-2]}
    assert names == {b"host", b"x-own", b"accept-encoding", b"content-length"}


async def test_a_small_upload_nobody_reads_leaves_no_socket() -> None:
    """A body that fits into aiohttp's buffers, but not into the network's, does not hold its socket after a cancel."""
    before = open_sockets()
    async with Server(lambda peer: peer.writer.wait_closed()) as server:
        transport = open_transport("aiohttp", trust_env=False)
        calls = [
            asyncio.create_task(transport.send(wire_request(server.url, method="POST", body=bytes(size))))
            for size in (1_000, 60_000, 3_000_000)
        ]
        await until(lambda: server.accepted == 3)
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        await until(lambda: open_sockets() == server.sockets)
        await transport.aclose()
    await until(lambda: open_sockets() == before)


async def test_an_answer_with_more_headers_than_aiohttp_takes_by_default_arrives() -> None:
    """aiohttp stops at 128 headers of 8 kB; answers of services behind several proxies can have more."""
    many = [f"X-{number}: {'v' * 300}" for number in range(300)]
    async with Server(replies(answer(b"ok", "200 OK", *many))) as server:
        transport = open_transport("aiohttp", trust_env=False)
        response = await transport.send(wire_request(server.url))
        await transport.aclose()
    assert len(response.headers) == 301


def _transport_of(client: abclient.LaunchDarkly) -> object:
    session: Session = vars(client)["_session"]
    return session.account.transport
