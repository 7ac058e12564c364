"""An error answer stays what it is, with its status and headers, whatever becomes of its body."""

from __future__ import annotations

import gzip
import os
import socket
from collections.abc import Callable

import pytest

from abclient.errors import ResponseLostError, ResponseTooLargeError
from abclient.transports import Transport, open_transport
from support.server import (
    OK,
    Peer,
    Script,
    Server,
    answer,
    client_tls,
    replies,
    replies_then_closes,
    replies_then_resets,
    replies_then_stalls,
    server_tls,
)
from support.wire import LONG, short, wire_request

_PACKED = gzip.compress(b'{"message": "no such thing"}')
_CHUNKED = b"HTTP/1.1 429 No\r\nRetry-After: 7\r\nTransfer-Encoding: chunked\r\n\r\n"


def _refusal(body: bytes, *headers: str) -> bytes:
    return answer(body, "429 No", "Retry-After: 7", *headers)


BROKEN: dict[str, tuple[Callable[[bytes], Script], bytes, bytes]] = {
    "brotli": (replies, _refusal(b"\x0b\x02\x80{}\x03", "Content-Encoding: br"), b""),
    "zstd": (replies, _refusal(b"\x28\xb5\x2f\xfd\x04\x00", "Content-Encoding: zstd"), b""),
    "not gzip": (replies, _refusal(b"slow down", "Content-Encoding: gzip"), b"slow down"),
    "gzip that is damaged": (replies, _refusal(b"\x1f\x8b\x00\x00", "Content-Encoding: gzip"), b""),
    "gzip that is cut off": (
        replies,
        _refusal(_PACKED[:-8], "Content-Encoding: gzip"),
        b'{"message": "no such thing"}',
    ),
    "larger than allowed": (replies, _refusal(bytes(3000)), bytes(2000)),
    "larger than allowed, unpacked": (
        replies,
        _refusal(gzip.compress(bytes(900_000)), "Content-Encoding: gzip"),
        bytes(2000),
    ),
    "closed too early": (replies_then_closes, _refusal(b"slow down")[:-4], b"slow "),
    "reset in a chunk": (replies_then_resets, _CHUNKED + b"9\r\nslow", b"slow"),
    "no chunk at all": (replies_then_closes, _CHUNKED + b"rubbish\r\n", b""),
    "silence": (replies_then_stalls, _refusal(b"slow down")[:-4], b"slow "),
}


@pytest.mark.parametrize("case", BROKEN)
async def test_an_error_with_a_broken_body_is_that_error(transport: Transport, case: str) -> None:
    """Status and Retry-After arrive, with what can be read of the body; the next call gets its own answer."""
    script, sent, body = BROKEN[case]

    async def once(peer: Peer) -> None:
        await (script(sent)(peer) if peer.number == 1 else replies(OK)(peer))

    async with Server(once) as server:
        request = wire_request(
            server.url, max_response_bytes=2000, timeouts=short("read") if case == "silence" else LONG
        )
        response = await transport.send(request)
        assert (response.status, dict(response.headers)["retry-after"]) == (429, "7")
        assert response.body == body or (case == "reset in a chunk" and response.body == b"")
        if script is not replies:
            assert (await transport.send(request)).body == b"ok"


LOST = {
    "brotli": answer(b"\x0b\x02\x80{}\x03", "200 OK", "Content-Encoding: br"),
    "not gzip": answer(b"fine", "200 OK", "Content-Encoding: gzip"),
    "gzip that is cut off": answer(_PACKED[:-8], "201 Created", "Content-Encoding: gzip"),
    "larger than allowed": answer(bytes(3000)),
}


@pytest.mark.parametrize("case", LOST)
async def test_a_success_with_a_broken_body_is_a_lost_answer(transport: Transport, case: str) -> None:
    """What a success says cannot be made up."""
    async with Server(replies(LOST[case], OK)) as server:
        with pytest.raises(ResponseLostError) as caught:
            await transport.send(wire_request(server.url, max_response_bytes=2000))
    assert isinstance(caught.value, ResponseTooLargeError) == ("larger" in case)


@pytest.mark.parametrize("said", [True, False], ids=["said", "cut off"])
@pytest.mark.parametrize("status", ["200 OK", "503 Service Unavailable"])
async def test_tls_that_ends_without_a_word_ends_no_success(kind: str, status: str, said: bool) -> None:
    """A body without a length is whole where TLS says so, and else perhaps cut off; errors count all the same."""

    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(f"HTTP/1.1 {status}\r\n\r\nid,name".encode())
        if said:
            return
        with socket.socket(fileno=os.dup(peer.writer.get_extra_info("socket").fileno())) as below:
            below.shutdown(socket.SHUT_WR)
        await peer.closed()

    transport = open_transport(kind, ssl_context=client_tls(), trust_env=False)
    async with Server(script, tls=server_tls()) as server:
        sent = transport.send(wire_request(server.url))
        if said or not status.startswith("200"):
            assert (await sent).body == b"id,name"
        else:
            with pytest.raises(ResponseLostError, match="broke before the response was complete"):
                await sent
        await transport.aclose()
