"""What goes wrong on the network, and the error it becomes: the same for every transport, never sent twice."""

from __future__ import annotations

import gzip
import pickle
import socket

import pytest

from abclient.errors import (
    ABClientError,
    ConfigurationError,
    ConnectTimeoutError,
    NotSentError,
    ReadTimeoutError,
    ResponseLostError,
    ResponseTooLargeError,
)
from abclient.transports import Transport, open_transport
from support.cases import a_third_every_run
from support.server import (
    OK,
    Peer,
    Script,
    Server,
    answer,
    closed_port,
    full_listener,
    replies,
    replies_then_closes,
    replies_then_resets,
    replies_then_stalls,
    server_tls,
    until,
)
from support.wire import LONG, short, wire_request


async def _closes_at_once(peer: Peer) -> None:
    await peer.request()


_TRUNCATED = gzip.compress(b'{"a": "%s"}' % bytes(range(256)) * 9)[:-30]
_CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

LOST: dict[str, tuple[Script, type[ABClientError]]] = {
    "reset before the answer": (replies_then_resets(b""), ResponseLostError),
    "closed before the answer": (_closes_at_once, ResponseLostError),
    "stall before the headers": (replies_then_stalls(b""), ReadTimeoutError),
    "stall in the headers": (replies_then_stalls(b"HTTP/1.1 200 OK\r\nContent-"), ReadTimeoutError),
    "stall in the body": (replies_then_stalls(OK[:-1]), ReadTimeoutError),
    "reset in the headers": (replies_then_resets(b"HTTP/1.1 200 OK\r\nContent-"), ResponseLostError),
    "closed in the headers": (replies_then_closes(b"HTTP/1.1 200 OK\r\nContent-"), ResponseLostError),
    "reset in the body": (replies_then_resets(OK[:-1]), ResponseLostError),
    "short Content-Length": (replies_then_closes(OK[:-1]), ResponseLostError),
    "cut chunk": (replies_then_closes(_CHUNKED.encode() + b"a\r\n12345"), ResponseLostError),
    "no last chunk": (replies_then_closes(_CHUNKED.encode() + b"2\r\nok\r\n"), ResponseLostError),
    "garbage instead of a status": (replies_then_closes(b"<html>hello</html>\r\n\r\n"), ResponseLostError),
    "another protocol": (replies_then_closes(answer(b"", "101 Switching Protocols")), ResponseLostError),
    "bad header name": (replies_then_closes(answer(b"", "200 OK", "bad name: 1")), ResponseLostError),
    "headers of 300 kB": (replies_then_stalls(answer(b"", "200 OK", "X: " + "x" * 300_000)), ResponseLostError),
    "bad gzip": (replies(answer(b"not gzip", "200 OK", "Content-Encoding: gzip")), ResponseLostError),
    "truncated gzip": (replies(answer(_TRUNCATED, "200 OK", "Content-Encoding: gzip")), ResponseLostError),
    "unknown compression": (replies(answer(b"?", "200 OK", "Content-Encoding: br")), ResponseLostError),
    "larger than allowed": (replies(answer(bytes(10_001))), ResponseTooLargeError),
    "larger than allowed, length not told": (
        replies_then_stalls(_CHUNKED.encode() + b"2711\r\n" + bytes(10_001)),
        ResponseTooLargeError,
    ),
}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("fault", a_third_every_run(LOST))
async def test_a_lost_answer_is_reported_as_lost_and_nothing_is_sent_again(
    transport: Transport, fault: str, method: str
) -> None:
    """Whatever breaks after the request may have left is ResponseLostError, after exactly one send."""
    script, expected = LOST[fault]
    limits = short("read") if expected is ReadTimeoutError else LONG
    async with Server(script) as server:
        with pytest.raises(ABClientError) as caught:
            await transport.send(wire_request(server.url, method=method, max_response_bytes=10_000, timeouts=limits))
        assert type(caught.value) is expected
        await until(lambda: bool(server.requests))
        assert len(server.requests) == 1


async def test_a_refused_connection_was_not_sent(transport: Transport) -> None:
    """Connection refused is NotSentError and keeps the library's error as its cause."""
    with pytest.raises(NotSentError, match=r"no connection to 127\.0\.0\.1") as caught:
        await transport.send(wire_request(f"http://127.0.0.1:{closed_port()}"))
    assert type(caught.value.__cause__).__name__ in {"ConnectError", "ConnectionRefusedError"}


async def test_an_unknown_host_was_not_sent(transport: Transport, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that does not resolve is NotSentError and names the host."""

    def unknown(*args: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NotSentError, match=r"no connection to api\.example"):
        await transport.send(wire_request("http://api.example"))


async def test_a_stalling_connect_ends_at_the_connect_timeout(transport: Transport) -> None:
    """A host that does not answer the connection attempt is ConnectTimeoutError."""
    with full_listener() as port, pytest.raises(ConnectTimeoutError):
        await transport.send(wire_request(f"http://127.0.0.1:{port}", timeouts=short("connect")))


async def test_a_stalling_tls_handshake_ends_at_the_connect_timeout(transport: Transport) -> None:
    """TLS to a port that accepts and is silent is ConnectTimeoutError: nothing was sent."""
    async with Server(lambda peer: peer.closed()) as server:
        with pytest.raises(ConnectTimeoutError):
            await transport.send(wire_request(f"https://127.0.0.1:{server.port}", timeouts=short("connect")))


async def test_a_connection_closed_in_the_tls_handshake_was_not_sent(transport: Transport) -> None:
    """A server that hangs up, with FIN or RST, or talks plain HTTP when TLS should start, is NotSentError."""

    async def hangs_up(peer: Peer) -> None:
        await peer.reader.read(10)
        if peer.number == 1:
            peer.reset()
        if peer.number == 2:
            await peer.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with Server(hangs_up) as server:
        for _ in range(3):
            with pytest.raises(NotSentError, match="no connection to"):
                await transport.send(wire_request(f"https://127.0.0.1:{server.port}"))


BAD_CERTIFICATES = {
    "another name": (server_tls("wrong.example"), "not valid for '127"),
    "expired": (server_tls(expired=True), "expired"),
    "from nobody we know": (server_tls(trusted=False), "self.signed|unable to get local issuer"),
}


@pytest.mark.parametrize("case", BAD_CERTIFICATES)
async def test_a_bad_certificate_is_named_as_the_reason(transport: Transport, case: str) -> None:
    """A certificate problem is NotSentError with a message that says so, and no bytes of the request leave."""
    context, reason = BAD_CERTIFICATES[case]
    async with Server(replies(OK), tls=context) as server:
        with pytest.raises(NotSentError, match=f"TLS certificate was not accepted: .*({reason})") as caught:
            await transport.send(wire_request(server.url))
        assert server.requests == []
        assert not caught.value.temporary


async def test_plain_http_to_a_tls_port_is_a_lost_answer(transport: Transport) -> None:
    """The request left, so that it is not certain that nobody understood it."""
    async with Server(replies(OK), tls=server_tls()) as server:
        with pytest.raises(ResponseLostError):
            await transport.send(wire_request(f"http://127.0.0.1:{server.port}"))


async def test_a_server_that_takes_no_bytes_is_a_timeout(transport: Transport) -> None:
    """A large body that nobody reads ends at the write timeout, as ReadTimeoutError."""
    async with Server(lambda peer: peer.writer.wait_closed()) as server:
        with pytest.raises(ReadTimeoutError):
            request = wire_request(server.url, method="POST", body=bytes(20_000_000), timeouts=short("write"))
            await transport.send(request)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_reused_connection_that_dies_is_a_lost_answer_sent_once(transport: Transport, method: str) -> None:
    """A warm connection dropped at its second request is no excuse to send that request again."""

    async def serves_one(peer: Peer) -> None:
        await peer.request()
        await peer.send(OK)
        await peer.request()

    async with Server(serves_one) as server:
        await transport.send(wire_request(server.url))
        with pytest.raises(ResponseLostError):
            await transport.send(wire_request(server.url, method=method))
        assert (server.accepted, len(server.requests)) == (1, 2)


async def test_an_idle_connection_closed_by_the_server_is_replaced_silently(transport: Transport) -> None:
    """A FIN seen before the next request means a new connection, not an error."""
    async with Server(replies_then_closes(OK)) as server:
        for _ in range(3):
            assert (await transport.send(wire_request(server.url))).body == b"ok"
        assert server.accepted == 3


BAD_HEADERS = {
    "line end": ("X-Bad", "secret\r\nX-Smuggled: 1"),
    "not ASCII": ("X-Bad", "secret-é"),
    "bad name": ("X Bad", "secret"),
}


@pytest.mark.parametrize("case", BAD_HEADERS)
async def test_a_bad_header_is_refused_before_sending_and_not_repeated(transport: Transport, case: str) -> None:
    """A header that could break out of its line is refused; its value is in neither message nor repr."""
    async with Server(replies(OK)) as server:
        with pytest.raises(ConfigurationError) as caught:
            await transport.send(wire_request(server.url, headers=(BAD_HEADERS[case],)))
        assert "secret" not in f"{caught.value} {caught.value!r}"
        assert caught.value.__cause__ is None
        assert server.requests == []


@pytest.mark.parametrize("how", ["resets", "closes"])
async def test_a_connection_that_breaks_within_a_request(transport: Transport, how: str) -> None:
    """While most of a body is still to be taken, a broken connection is an answer that may have been lost."""

    async def breaks_off(peer: Peer) -> None:
        await peer.reader.readuntil(b"\r\n\r\n")
        if how == "resets":
            peer.reset()

    async with Server(breaks_off) as server:
        with pytest.raises(ResponseLostError):
            await transport.send(wire_request(server.url, method="POST", body=bytes(15_000_000)))
    assert server.accepted == 1


@pytest.mark.parametrize("target", ["/a b", "/a\r\nX-Evil: 1", "/a\0"])
async def test_a_url_cannot_end_its_line(kind: str, target: str) -> None:
    """What may not stand in a request line is refused before anything is sent, and not repeated."""
    async with Server(replies(OK)) as server:
        transport = open_transport(kind, trust_env=False)
        with pytest.raises(ConfigurationError) as caught:
            await transport.send(wire_request(server.url + target))
        await transport.aclose()
    assert target not in str(caught.value)
    assert server.requests == []


async def test_no_error_repeats_what_the_server_echoed(transport: Transport) -> None:
    """A server that throws the request back at us does not bring the token into the error's text."""

    async def echoes(peer: Peer) -> None:
        await peer.send(await peer.request())

    async with Server(echoes) as server:
        with pytest.raises(ResponseLostError) as caught:
            await transport.send(wire_request(server.url + "/secret", headers=(("Authorization", "secret"),)))
        assert "secret" not in f"{caught.value} {caught.value!r}"


async def test_an_error_holds_on_to_no_credential(transport: Transport) -> None:
    """Neither a copy of the error nor the library's error behind it leads to the request's headers."""
    with pytest.raises(NotSentError) as caught:
        await transport.send(wire_request(f"http://127.0.0.1:{closed_port()}", headers=(("Authorization", "secret"),)))
    assert b"secret" not in pickle.dumps(caught.value)
    request = getattr(caught.value.__cause__, "request", None)
    assert request is None or "Authorization" not in request.headers
