"""IPv6 addresses with a zone: it decides where to connect, and is told to nobody."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from abclient.errors import NotSentError
from abclient.transports import Transport, open_transport
from abclient.transports._origin import Origins
from abclient.transports._proxy import Proxies
from support.server import OK, Peer, Script, Server, replies, server_tls
from support.wire import short, wire_request

ZONES = ["%251", "%1"]
"""Of the loopback interface, as RFC 6874 has it in URLs, and as systems have it."""


@asynccontextmanager
async def on_ipv6(script: Script, *, tls: bool = False) -> AsyncGenerator[Server]:
    """A server of the tests that listens on ::1."""
    server = Server(script, host="::1", tls=server_tls("::1") if tls else None)
    async with server:
        yield server


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
@pytest.mark.parametrize("zone", ZONES)
async def test_a_zone_is_dialled_and_not_told(transport: Transport, zone: str, tls: bool) -> None:
    """The address is reached in its zone; neither Host nor what TLS is checked against has it."""
    async with on_ipv6(replies(OK), tls=tls) as server:
        url = f"{'https' if tls else 'http'}://[::1{zone}]:{server.port}/a"
        for _ in range(2):
            assert (await transport.send(wire_request(url))).body == b"ok"
    assert f"\r\nhost: [::1]:{server.port}\r\n" in server.requests[0].decode().lower()
    assert server.accepted == 1


async def test_an_unknown_zone_is_not_connected_to(transport: Transport) -> None:
    """The zone counts: an address in a zone that this machine does not have is no address."""
    async with on_ipv6(replies(OK)) as server:
        with pytest.raises(NotSentError):
            # httpx on uvloop tries it without the zone, until the time is over.
            await transport.send(wire_request(f"http://[fe80::1%25nowhere0]:{server.port}/", timeouts=short("connect")))
    assert server.accepted == 0


@pytest.mark.parametrize("secure", [False, True], ids=["forward", "tunnel"])
@pytest.mark.parametrize("zone", ZONES)
async def test_a_proxy_in_a_zone_is_reached(
    kind: str, monkeypatch: pytest.MonkeyPatch, zone: str, secure: bool
) -> None:
    """The proxy's own zone is dialled; the zone of what is behind it stays here."""
    log: list[bytes] = []

    async def refuses(peer: Peer) -> None:
        log.append(await peer.reader.readuntil(b"\r\n\r\n"))
        await peer.send(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")
        await peer.closed()

    async with on_ipv6(refuses) as proxy:
        monkeypatch.setenv("https_proxy" if secure else "http_proxy", f"http://[::1{zone}]:{proxy.port}")
        transport = open_transport(kind)
        request = wire_request(f"{'https' if secure else 'http'}://[fe80::7{zone}]/a")
        if secure:
            with pytest.raises(NotSentError):
                await transport.send(request)
        else:
            assert (await transport.send(request)).status == 403
        await transport.aclose()
    first_line = b"CONNECT [fe80::7]:443 HTTP/1.1" if secure else b"GET http://[fe80::7]/a HTTP/1.1"
    assert log[0].startswith((first_line, first_line.replace(b"[fe80::7]:443", b"fe80::7:443")))
    assert b"%" not in log[0]


FOUND = {
    "http://[fe80::1%25eth0]:80": ("fe80::1", "[fe80::1]:80", "%eth0"),
    "http://[fe80::1%eth0]": ("fe80::1", "[fe80::1]", "%eth0"),
    "http://[FE80::1%25Eth0]": ("fe80::1", "[fe80::1]", "%Eth0"),
    "http://[fe80::1%25]": ("fe80::1", "[fe80::1]", "%25"),
    "http://[::1]:8080": ("::1", "[::1]:8080", ""),
    "http://api.example": ("api.example", "api.example", ""),
}


@pytest.mark.parametrize("url", FOUND)
def test_a_zone_is_read_in_every_spelling(url: str) -> None:
    """Encoded or not, the zone is what the system calls it; no other host has one."""
    origin, _ = Origins(Proxies({})).find(url + "/")
    assert (origin.host, origin.netloc, origin.zone) == FOUND[url]
