"""What a transport sends, byte for byte, and what it makes of the answers servers give."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
import zlib
from functools import cache

import pytest

from abclient.errors import ConfigurationError, ResponseLostError, ResponseTooLargeError
from abclient.transports import Transport, open_transport
from support.server import (
    OK,
    Peer,
    Server,
    answer,
    client_tls,
    replies,
    replies_then_closes,
    server_tls,
    until,
)
from support.wire import wire_request

STATUSES = {
    "200": (answer(b"ok"), 200, b"ok"),
    "204": (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b""),
    "302, not followed": (answer(b"", "302 Found", "Location: /elsewhere"), 302, b""),
    "404": (answer(b"no", "404 Not Found"), 404, b"no"),
    "520": (answer(b"?", "520 Unknown"), 520, b"?"),
    "999": (answer(b"?", "999 No"), 999, b"?"),
    "no reason": (answer(b"ok", "200"), 200, b"ok"),
    "103 before 200": (b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK, 200, b"ok"),
    "100 before 201": (b"HTTP/1.1 100 Continue\r\n\r\n" + answer(b"made", "201 Created"), 201, b"made"),
    "chunked": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n", 200, b"ok"),
    "HTTP/1.0 up to the end": (b"HTTP/1.0 200 OK\r\n\r\nall of it", 200, b"all of it"),
    "gzip": (answer(gzip.compress(b"ok"), "200 OK", "Content-Encoding: gzip"), 200, b"ok"),
    "deflate": (answer(zlib.compress(b"ok"), "200 OK", "Content-Encoding: deflate"), 200, b"ok"),
    "204 that claims gzip": (b"HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n", 204, b""),
}


@pytest.mark.parametrize("case", STATUSES)
async def test_every_complete_answer_is_passed_on(transport: Transport, case: str) -> None:
    """Any status and any framing arrives as status and decompressed body."""
    sent, status, body = STATUSES[case]
    async with Server(replies_then_closes(sent)) as server:
        response = await transport.send(wire_request(server.url))
    assert (response.status, response.body) == (status, body)


async def test_a_204_with_a_body_is_a_204(transport: Transport) -> None:
    """Bytes that must not be there neither make the call hang nor lose its answer."""
    async with Server(replies(answer(b"surprise", "204 No Content"))) as server:
        response = await transport.send(wire_request(server.url))
    assert (response.status, response.body) == (204, b"")


@pytest.mark.parametrize("kind", ["httptools", "h11"])
async def test_the_body_of_a_204_is_not_taken_for_the_next_answer(kind: str) -> None:
    """What follows a 204 on its connection never answers another request: the connection is given up."""
    smuggled = answer(b"HTTP/1.1 500 smuggled\r\n\r\n", "204 No Content")
    async with Server(replies(smuggled)) as server:
        transport = open_transport(kind, trust_env=False)
        for _ in range(2):
            assert (await transport.send(wire_request(server.url))).status == 204
        await transport.aclose()
    assert server.accepted == 2


async def test_headers_arrive_in_order_lowercase_and_repeated(transport: Transport) -> None:
    """Duplicates are kept, names are lower case, a Latin-1 byte and 150 headers lose nothing."""
    many = [f"X-{number}: {number}" for number in range(150)]
    sent = answer(
        b"", "200 OK", "Link: <a>", "LINK: <b>", "Set-Cookie: a=1", "Set-Cookie: b=2", "X-Name: caf\xe9", *many
    )
    async with Server(replies(sent)) as server:
        headers = (await transport.send(wire_request(server.url))).headers
    assert headers[1:6] == (
        ("link", "<a>"),
        ("link", "<b>"),
        ("set-cookie", "a=1"),
        ("set-cookie", "b=2"),
        ("x-name", "café"),
    )
    assert headers[-1] == ("x-149", "149")


async def test_a_header_of_20_kb_is_accepted(transport: Transport) -> None:
    """Long headers, such as a Link with a cursor, are no error."""
    async with Server(replies(answer(b"", "200 OK", "Link: " + "x" * 20_000))) as server:
        response = await transport.send(wire_request(server.url))
    assert len(dict(response.headers)["link"]) == 20_000


async def test_cookies_are_not_sent_back(transport: Transport) -> None:
    """What a Set-Cookie header says is not remembered."""
    async with Server(replies(answer(b"", "200 OK", "Set-Cookie: session=1; Path=/"))) as server:
        await transport.send(wire_request(server.url))
        await transport.send(wire_request(server.url))
    assert b"cookie" not in server.requests[1].lower()


TARGETS = {
    "/": "/",
    "": "/",
    "?a=1": "/?a=1",
    "/a;b=1/c": "/a;b=1/c",
    "/%2F/%c3%A9?x=%2B+%20&y=%5B%5D": "/%2F/%c3%A9?x=%2B+%20&y=%5B%5D",
    "/a?next=/b?c": "/a?next=/b?c",
}


@pytest.mark.parametrize("target", TARGETS)
async def test_the_url_is_sent_as_it_is(transport: Transport, target: str) -> None:
    """Path and query pass unchanged, escapes included."""
    async with Server(replies(OK)) as server:
        await transport.send(wire_request(server.url + target))
    assert server.requests[0].split(b" ")[1].decode() == TARGETS[target]


BODIES: dict[str, tuple[bytes | None, set[bytes | None]]] = {
    "GET": (None, {None}),
    "DELETE": (None, {None}),
    "POST": (None, {b"0"}),
    "PUT": (None, {b"0"}),
    "PATCH": (None, {b"0"}),
    "PATCH with a body": (b'{"a": 1}', {b"8"}),
    "DELETE with a body": (b"{}", {b"2"}),
    "POST with an empty body": (b"", {b"0"}),
}


@pytest.mark.parametrize("case", BODIES)
async def test_the_content_length_is_always_right(transport: Transport, case: str) -> None:
    """Requests that may have a body say how long it is, also when there is none."""
    body, lengths = BODIES[case]
    async with Server(replies(OK)) as server:
        await transport.send(wire_request(server.url, method=case.partition(" ")[0], body=body))
    head, _, sent = server.requests[0].partition(b"\r\n\r\n")
    headers = dict(line.split(b": ", 1) for line in head.lower().split(b"\r\n")[1:])
    assert headers.get(b"content-length") in lengths
    assert sent == (body or b"")
    assert headers[b"host"] == f"127.0.0.1:{server.port}".encode()
    assert headers[b"accept-encoding"] == b"gzip"


@pytest.mark.parametrize("url", [r"http://api.example/é", "X"])
@pytest.mark.parametrize("kind", ["httptools", "h11"])
async def test_a_url_that_cannot_work_is_refused(kind: str, url: str) -> None:
    """Only ASCII http and https URLs without credentials are sent to."""
    transport = open_transport(kind, trust_env=False)
    with pytest.raises(ConfigurationError):
        await transport.send(wire_request(url))
    await transport.aclose()


async def test_a_large_body_goes_out_whole(transport: Transport) -> None:
    """Several megabytes are sent in order, however slowly the server takes them."""
    body = bytes(range(256)) * 60_000
    async with Server(replies(OK)) as server:
        await transport.send(wire_request(server.url, method="POST", body=body))
    assert server.requests[0].endswith(b"\r\n\r\n" + body)


async def test_an_answer_given_before_the_request_was_read_is_kept(transport: Transport) -> None:
    """A server that answers 413 and hangs up in the middle of our body is an answer, not a broken connection."""

    async def refuses_early(peer: Peer) -> None:
        await peer.reader.readuntil(b"\r\n\r\n")
        await peer.send(answer(b"too much", "413 Content Too Large"))
        await peer.reader.read()

    async with Server(refuses_early) as server:
        response = await transport.send(wire_request(server.url, method="POST", body=bytes(100_000)))
    assert (response.status, response.body) == (413, b"too much")


async def test_an_answer_given_before_the_request_could_be_sent_is_kept(transport: Transport) -> None:
    """A server that answers 413 and closes while most of our body is still to come has answered."""

    async def hangs_up(peer: Peer) -> None:
        await peer.reader.readuntil(b"\r\n\r\n")
        await peer.send(answer(b"too much", "413 Content Too Large"))
        peer.writer.write_eof()
        await peer.closed()

    async with Server(hangs_up) as server:
        response = await transport.send(wire_request(server.url, method="POST", body=bytes(15_000_000)))
    assert (response.status, response.body) == (413, b"too much")


EARLY = {
    "413": (answer(b"too much", "413 Content Too Large"), 413, b"too much"),
    "429 after interim answers": (
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + answer(b"", "429 No"),
        429,
        b"",
    ),
    "401, chunked": (
        b"HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n",
        401,
        b"no",
    ),
    "302": (answer(b"", "302 Found", "Location: /login"), 302, b""),
    "200": (answer(b"enough"), 200, b"enough"),
}


@pytest.mark.parametrize("secure", [False, True], ids=["plain", "TLS"])
@pytest.mark.parametrize("case", EARLY)
async def test_an_answer_to_a_body_that_nobody_reads_is_kept(kind: str, case: str, secure: bool) -> None:
    """A server that has answered and takes no more of a large body is not written to until the deadline."""
    sent, status, body = EARLY[case]
    over = asyncio.Event()

    async def answers_unread(peer: Peer) -> None:
        if peer.number > 1:
            await replies(OK)(peer)
        await peer.reader.readuntil(b"\r\n\r\n")
        await peer.send(sent)
        await over.wait()

    async with Server(answers_unread, tls=server_tls() if secure else None) as server:
        transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
        async with asyncio.timeout(60):
            response = await transport.send(wire_request(server.url, method="POST", body=bytes(15_000_000)))
            again = await transport.send(wire_request(server.url))
        over.set()
        await transport.aclose()
    assert (response.status, response.body, again.body) == (status, body, b"ok")


async def test_an_interim_answer_is_not_the_end_of_an_upload(transport: Transport) -> None:
    """After 100 and 103 the rest of a large body is sent, and then the answer is read."""

    async def reads_on(peer: Peer) -> None:
        await peer.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n")
        await peer.request()
        await peer.send(OK)

    body = bytes(15_000_000)
    async with Server(reads_on) as server:
        response = await transport.send(wire_request(server.url, method="POST", body=body))
    assert response.body == b"ok"
    assert server.requests[0].endswith(b"\r\n\r\n" + body)


async def test_an_early_success_lets_a_server_that_reads_read_on(kind: str) -> None:
    """200 before the end of the request does not cut it off, as long as it is taken."""

    async def answers_and_reads(peer: Peer) -> None:
        await peer.send(OK)
        await peer.request()

    body = bytes(15_000_000)
    async with Server(answers_and_reads) as server:
        transport = open_transport(kind, trust_env=False)
        assert (await transport.send(wire_request(server.url, method="POST", body=body))).body == b"ok"
        await until(lambda: len(server.requests) == 1)
        await transport.aclose()


async def test_a_body_of_tiny_chunks_is_read_in_large_pieces(transport: Transport) -> None:
    """Chunks of two bytes, cut anywhere, cost no more than a few bytes each of memory and time."""
    pieces: list[bytes] = []
    chunks = b"2;x=1\r\n{}\r\n" + b"2\r\n[]\r\n" * 100_000 + b"1 \r\n?\r\n0\r\n\r\n"

    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for start in range(0, len(chunks), 9_999):
            await peer.send(chunks[start : start + 9_999])
        await peer.closed()

    async with Server(script) as server:
        await transport.send(wire_request(server.url, sink=pieces.append))
    assert b"".join(pieces) == b"{}" + b"[]" * 100_000 + b"?"
    assert len(pieces) < 2_000


async def test_a_flood_of_headers_is_an_error_with_little_memory(transport: Transport) -> None:
    """A head without an end is given up long before it is in memory."""

    async def floods(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\n")
        for number in range(1000):
            await peer.send(b"X-%d: 1\r\n" % number * 1000)

    async with Server(floods) as server:
        tracemalloc.start()
        try:
            with pytest.raises(ResponseLostError):
                await transport.send(wire_request(server.url))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 6_000_000


async def test_a_large_answer_read_slowly_arrives_whole(transport: Transport) -> None:
    """Flow control holds back and lets go again without losing a byte."""
    body = bytes(range(256)) * 20_000
    async with Server(replies(answer(body))) as server:
        response = await transport.send(wire_request(server.url, max_response_bytes=len(body)))
    assert response.body == body


async def test_a_sink_takes_2xx_bodies_without_limit(transport: Transport) -> None:
    """With a sink, the decompressed bytes go there and the limit does not hold."""
    pieces: list[bytes] = []
    body = bytes(3_000_000)
    async with Server(replies(answer(gzip.compress(body), "200 OK", "Content-Encoding: gzip"))) as server:
        response = await transport.send(wire_request(server.url, sink=pieces.append, max_response_bytes=10))
    assert (response.body, b"".join(pieces)) == (b"", body)
    assert max(map(len, pieces)) <= 256 * 1024


async def test_a_sink_gets_no_error_bodies(transport: Transport) -> None:
    """The body of an error status stays in memory, limited, so that it can be shown."""
    pieces: list[bytes] = []
    async with Server(replies(answer(b"no", "404 Not Found"))) as server:
        response = await transport.send(wire_request(server.url, sink=pieces.append))
    assert (response.body, pieces) == (b"no", [])


async def test_an_error_of_the_sink_comes_through_as_it_is(transport: Transport) -> None:
    """A full disk is not a network error; the transport works on afterwards."""

    def full(piece: bytes) -> None:
        raise OSError(28, "No space left on device")

    async with Server(replies(OK)) as server:
        with pytest.raises(OSError, match="No space left") as caught:
            await transport.send(wire_request(server.url, sink=full))
        assert not isinstance(caught.value, ResponseLostError)
        assert (await transport.send(wire_request(server.url))).body == b"ok"


@cache
def bomb() -> bytes:
    """200 MB of zeros, compressed; it takes half a second."""
    packer = zlib.compressobj(wbits=31)
    return b"".join([packer.compress(bytes(1_000_000)) for _ in range(200)]) + packer.flush()


async def test_a_compressed_bomb_stays_small_in_memory(transport: Transport) -> None:
    """200 MB behind 200 kB of gzip are refused at the limit, with little more memory than the limit."""
    async with Server(replies(answer(bomb(), "200 OK", "Content-Encoding: gzip"))) as server:
        tracemalloc.start()
        try:
            with pytest.raises(ResponseTooLargeError):
                await transport.send(wire_request(server.url, max_response_bytes=2_000_000))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 6_000_000


async def test_an_announced_length_beyond_the_limit_is_refused_before_it_is_read(transport: Transport) -> None:
    """A Content-Length that is too large ends the call at the headers."""

    async def announces(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n")
        await peer.closed()

    async with Server(announces) as server:
        with pytest.raises(ResponseTooLargeError, match="larger than the 1000000 bytes"):
            await transport.send(wire_request(server.url))
