"""What a server sends beyond its answer: no later request may take it for its own, on any transport."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress

import pytest

from abclient.errors import NotSentError, ResponseLostError
from abclient.transports import Transport, open_transport
from support.cases import a_third_every_run
from support.server import OK, Peer, Script, Server, answer, client_tls, forwarding_proxy, replies, server_tls
from support.wire import wire_request

FIRST = {
    "200": ("GET", answer(b"first"), 200, b"first"),
    "200, chunked": (
        "GET",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n0\r\n\r\n",
        200,
        b"first",
    ),
    "200, with trailers": (
        "GET",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n0\r\nX-Sum: 1\r\n\r\n",
        200,
        b"first",
    ),
    "200, nothing": ("POST", answer(), 200, b""),
    "103 and 200": ("GET", b"HTTP/1.1 103 Early Hints\r\n\r\n" + answer(b"first"), 200, b"first"),
    "201": ("POST", answer(b"first", "201 Created"), 201, b"first"),
    "204": ("DELETE", b"HTTP/1.1 204 No Content\r\n\r\n", 204, b""),
    "204, length 0": ("DELETE", answer(b"", "204 No Content"), 204, b""),
    "304": ("GET", b"HTTP/1.1 304 Not Modified\r\n\r\n", 304, b""),
    "403": ("POST", answer(b"first", "403 Forbidden"), 403, b"first"),
    "404, chunked": (
        "GET",
        b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n0\r\n\r\n",
        404,
        b"first",
    ),
    "429": ("GET", answer(b"first", "429 Too Many Requests", "Retry-After: 1"), 429, b"first"),
    "HEAD": ("HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n", 200, b""),
}
SURPLUS = {
    "an answer": answer(b"another's"),
    "an answer without a body": b"HTTP/1.1 204 No Content\r\n\r\n",
    "half an answer": b"HTTP/1.1 200 OK\r\nContent-Le",
    "a line end": b"\r\n",
    "half a line end": b"\n",
    "an empty line": b"\r\n\r\n",
    "a NUL": b"\0",
    "a body": b"null",
    "an object": b'{"id": 1}',
}


def _answers_then(first: bytes, surplus: bytes, later: asyncio.Event | None = None) -> Script:
    """On the first connection an answer and more, at once or once asked for; on all others the genuine answer."""

    async def script(peer: Peer) -> None:
        if peer.number > 1:
            await replies(answer(b"genuine", "201 Created"))(peer)
        await peer.request()
        await peer.send(first if later else first + surplus)
        if later:
            await later.wait()
            await peer.send(surplus)
            await peer.arrived()
            later.clear()
        await replies(answer(b"not from here"))(peer)

    return script


@pytest.mark.parametrize("first", a_third_every_run(FIRST))
async def test_what_comes_with_an_answer_is_not_the_next_one(transport: Transport, first: str) -> None:
    """The answer counts, the bytes behind it do not, and the next request goes out once, on a fresh connection."""
    method, sent, status, body = FIRST[first]
    for name, surplus in SURPLUS.items():
        async with Server(_answers_then(sent, surplus)) as server:
            one = await transport.send(wire_request(server.url, method=method))
            two = await transport.send(wire_request(server.url, method="POST", body=b"{}"))
        assert (one.status, one.body) == (status, body), name
        assert (two.status, two.body) == (201, b"genuine"), name
        assert (server.accepted, len(server.requests)) == (2, 2), name


@pytest.mark.parametrize(
    ("method", "sent", "status"),
    [
        ("HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n", 200),
        ("HEAD", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 200),
        ("HEAD", answer(b"", "404 Not Found"), 404),
        ("GET", b"HTTP/1.1 304 Not Modified\r\n\r\n", 304),
        ("GET", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 8\r\n\r\n", 304),
        ("DELETE", b"HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\n", 204),
        ("DELETE", b"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n", 204),
    ],
)
async def test_a_request_right_behind_such_an_answer_is_sent(
    transport: Transport, method: str, sent: bytes, status: int
) -> None:
    """A connection that was given up, though nothing has come behind the answer yet, takes no other request with it."""
    async with Server(_answers_then(sent, b"")) as server:
        one = await transport.send(wire_request(server.url, method=method))
        two = await transport.send(wire_request(server.url, method="POST", body=b"{}"))
    assert (one.status, one.body) == (status, b"")
    assert (two.status, two.body, server.accepted) == (201, b"genuine", 2)


@pytest.mark.parametrize("length", [b"5", b"3", b"99"])
async def test_an_answer_with_two_lengths_is_the_last_one_of_its_connection(
    transport: Transport, length: bytes
) -> None:
    """Whoever stands in between may have seen another end than we did (RFC 9112, 6.3)."""
    framing = b"Transfer-Encoding: chunked\r\nContent-Length: %s\r\n\r\n" % length
    sent = b"HTTP/1.1 400 Bad Request\r\n%s5\r\nfirst\r\n0\r\n\r\n" % framing
    async with Server(_answers_then(sent, b"")) as server:
        with suppress(ResponseLostError):  # httptools takes no such answer at all
            assert (await transport.send(wire_request(server.url))).body == b"first"
        two = await transport.send(wire_request(server.url, method="POST", body=b"{}"))
    assert (two.status, two.body, server.accepted) == (201, b"genuine", 2)


async def test_httptools_takes_nothing_in_a_tunnel_for_an_answer() -> None:
    """After CONNECT a connection speaks for another host, so that what comes on it is not this one's next answer."""
    transport = open_transport("httptools", trust_env=False)
    async with Server(replies(b"HTTP/1.1 200 Connected\r\n\r\n", answer(b"from elsewhere"))) as server:
        assert (await transport.send(wire_request(server.url, method="CONNECT"))).status == 200
        with pytest.raises(ResponseLostError, match="sent no valid HTTP response"):
            await transport.send(wire_request(server.url))
        await transport.aclose()


async def test_httptools_reads_no_version_that_was_not_asked_for() -> None:
    """What HTTP/2 would mean by it is not known."""
    transport = open_transport("httptools", trust_env=False)
    async with Server(replies(OK.replace(b"1.1", b"2.0", 1))) as server:
        with pytest.raises(ResponseLostError, match="sent no valid HTTP response"):
            await transport.send(wire_request(server.url))
        await transport.aclose()


@pytest.mark.parametrize("seen", [False, True])
@pytest.mark.parametrize("first", ["200", "200, chunked", "204", "404, chunked"])
async def test_what_comes_after_an_answer_is_not_the_next_one(transport: Transport, first: str, seen: bool) -> None:
    """Bytes that arrive while nothing is asked spoil the connection, whether the event loop has seen them or not."""
    method, sent, status, body = FIRST[first]
    for name, surplus in SURPLUS.items():
        later = asyncio.Event()
        async with Server(_answers_then(sent, surplus, later)) as server:
            one = await transport.send(wire_request(server.url, method=method))
            later.set()
            while later.is_set():
                await asyncio.sleep(0)
            for _ in range(5 * seen):
                await asyncio.sleep(0)
            two = await transport.send(wire_request(server.url, method="POST", body=b"{}"))
        assert (one.status, one.body) == (status, body), name
        assert (two.status, two.body, server.accepted) == (201, b"genuine", 2), name


@pytest.mark.parametrize("size", [5, 700_000], ids=["small", "large"])
@pytest.mark.parametrize("chunked", [False, True], ids=["length", "chunked"])
async def test_surplus_within_tls_is_not_the_next_answer(transport: Transport, chunked: bool, size: int) -> None:
    """The same over TLS, also where reading had to be held back, so that TLS keeps bytes that nobody has seen."""
    body = bytes(size)
    framed = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (size, body)
    first = framed if chunked else answer(body)
    for name in ("an answer", "a line end"):
        async with Server(_answers_then(first, SURPLUS[name]), tls=server_tls()) as server:
            one = await transport.send(wire_request(server.url))
            two = await transport.send(wire_request(server.url, method="POST", body=b"{}"))
        assert (one.status, one.body) == (200, body), name
        assert (two.status, two.body, server.accepted) == (201, b"genuine", 2), name


@pytest.mark.parametrize("secure", [False, True], ids=["forward", "tunnel"])
@pytest.mark.parametrize("surplus", ["an answer", "half an answer", "a line end", "a body"])
async def test_surplus_through_a_proxy_is_not_the_next_answer(
    kind: str, monkeypatch: pytest.MonkeyPatch, surplus: str, secure: bool
) -> None:
    """A proxy, with a tunnel or without, changes nothing about whose answer it is."""
    script, tls = _answers_then(answer(b"first"), SURPLUS[surplus]), server_tls() if secure else None
    async with Server(forwarding_proxy([])) as proxy, Server(script, tls=tls) as server:
        monkeypatch.setenv("https_proxy" if secure else "http_proxy", f"http://127.0.0.1:{proxy.port}")
        transport = open_transport(kind, ssl_context=client_tls())
        one = await transport.send(wire_request(server.url))
        two = await transport.send(wire_request(server.url, method="POST"))
        await transport.aclose()
    assert (one.body, two.body, server.accepted) == (b"first", b"genuine", 2)


@pytest.mark.parametrize("together", [True, False], ids=["together", "apart"])
async def test_what_a_proxy_says_before_tls_is_not_read_through_it(
    kind: str, monkeypatch: pytest.MonkeyPatch, together: bool
) -> None:
    """Plain bytes behind a proxy's answer to CONNECT are never the vendor's: a call gets its own answer, or none."""

    async def injects(peer: Peer) -> None:
        await peer.reader.readuntil(b"\r\n\r\n")
        opened = b"HTTP/1.1 200 Connection established\r\n\r\n"
        for piece in [opened + answer(b"injected")] if together else [opened, answer(b"injected")]:
            await peer.send(piece)
        hello = await peer.reader.read(65536)
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(hello)
        pumps = [asyncio.create_task(_pump(reader, peer.writer)), asyncio.create_task(_pump(peer.reader, writer))]
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        writer.close()

    async with Server(injects) as proxy, Server(replies(OK), tls=server_tls()) as server:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        transport = open_transport(kind, ssl_context=client_tls())
        try:
            assert (await transport.send(wire_request(server.url))).body == b"ok"
        except NotSentError:
            assert server.requests == []
        await transport.aclose()


async def test_an_answer_before_its_request_is_the_last_one_of_its_connection(kind: str) -> None:
    """A server that has answered without reading may still answer what it then reads: that is not the next answer."""

    context = server_tls()
    context.maximum_version = ssl.TLSVersion.TLSv1_2  # here the server is the last to speak in a handshake

    async def greets(peer: Peer) -> None:
        read, written = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = context.wrap_bio(read, written, server_side=True)
        while True:
            try:
                tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                await peer.send(written.read())
                read.write(await peer.reader.read(65536))
        tls.write(answer(b"greeting"))
        await peer.send(written.read())  # in one piece, so that the client has it before it can ask
        while await peer.reader.read(65536):
            tls.write(answer(b"late"))
            await peer.send(written.read())

    transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
    async with Server(greets) as server:
        url = f"https://127.0.0.1:{server.port}"
        bodies = [(await transport.send(wire_request(url))).body for _ in range(3)]
        await transport.aclose()
    assert (bodies, server.accepted) == ([b"greeting"] * 3, 3)


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
async def test_surplus_without_an_end_is_not_read(kind: str, tls: bool) -> None:
    """While no call runs, a server that goes on sending is cut off."""
    cut_off = asyncio.Event()

    async def floods(peer: Peer) -> None:
        await peer.request()
        await peer.send(OK)
        await peer.request()
        await peer.send(OK)
        with suppress(ConnectionError):
            while True:
                await peer.send(bytes(65536))
        cut_off.set()

    transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
    async with Server(floods, tls=server_tls() if tls else None) as server:
        for _ in range(2):
            assert (await transport.send(wire_request(server.url))).body == b"ok"
        async with asyncio.timeout(60):
            await cut_off.wait()
        await transport.aclose()


@pytest.mark.parametrize("why", ["Connection: close", "304", "HEAD", "an error without an end"])
async def test_a_connection_that_is_not_kept_is_closed(kind: str, why: str) -> None:
    """It does not stay open until another request would have taken its place."""
    method, sent = {
        "Connection: close": ("GET", answer(b"", "200 OK", "Connection: close")),
        "304": ("GET", answer(b"", "304 Not Modified")),
        "HEAD": ("HEAD", answer()),
        "an error without an end": ("GET", b"HTTP/1.1 500 Internal Server Error\r\n\r\n" + bytes(300)),
    }[why]
    closed = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(sent)
        await peer.closed()
        closed.set()

    transport = open_transport(kind, trust_env=False)
    async with Server(script) as server:
        await transport.send(wire_request(server.url, method=method, max_response_bytes=200))
        async with asyncio.timeout(60):
            await closed.wait()
        await transport.aclose()


async def test_a_connection_without_surplus_is_kept(transport: Transport) -> None:
    """Answers of every kind that are just that leave the connection to the next request."""
    kept = ["200", "200, chunked", "200, with trailers", "200, nothing", "201", "204, length 0", "403", "404, chunked"]
    async with Server(replies(*(FIRST[name][1] for name in kept))) as server:
        for name in kept:
            method, _, status, body = FIRST[name]
            response = await transport.send(wire_request(server.url, method=method))
            assert (response.status, response.body) == (status, body)
    assert server.accepted == 1


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while data := await source.read(65536):
        target.write(data)
        await target.drain()
