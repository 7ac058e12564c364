"""Mutated responses, read by the default transport, by h11 and by the standard library.

``python -m support.differential 1000000`` reads a million. What they do not agree on is explained by ``STRICTER`` and
``MORE_LENIENT``, or is a failure.

Every case has a number and draws the same again: ``python -m support.differential 1 --from 4711 --seed 7``.
"""

from __future__ import annotations

import argparse
import http.client
import io
import random
import re
import secrets
import sys
import zlib
from collections.abc import Callable
from time import perf_counter

import h11
from attrs import frozen

from abclient.errors import ResponseLostError, ResponseTooLargeError
from abclient.transports import WireRequest
from abclient.transports._body import body_for
from abclient.transports._httptools_reader import HttptoolsReader
from abclient.transports._reader import InvalidResponseError, ResponseReader
from support.wire import wire_request

_MOST_BYTES = 50_000
_BODY = b'{"key": "value", "items": [1, 2, 3]}'
_PACKED = zlib.compressobj(wbits=31)
_GZIP = _PACKED.compress(_BODY) + _PACKED.flush()


def _response(first: str, body: bytes, *headers: str) -> bytes:
    return "\r\n".join((first, *headers, "", "")).encode("latin-1") + body


def _chunks(body: bytes, *trailers: str) -> bytes:
    parts = [b"%x\r\n%s\r\n" % (len(body[at : at + 7]), body[at : at + 7]) for at in range(0, len(body), 7)]
    return b"".join(parts) + b"0\r\n" + "".join(f"{line}\r\n" for line in trailers).encode() + b"\r\n"


_OK, _LENGTH, _CHUNKED = "HTTP/1.1 200 OK", f"Content-Length: {len(_BODY)}", "Transfer-Encoding: chunked"
WHOLE: tuple[tuple[str, bytes], ...] = (
    ("GET", _response(_OK, _BODY, "Date: Sat, 21 Nov 2026 10:00:00 GMT", "Content-Type: application/json", _LENGTH)),
    ("GET", _response(_OK, _BODY, _LENGTH, "Connection: close")),
    ("GET", _response(_OK, _BODY, _LENGTH, "X-Name: caf\xe9", "Link: <a>, <b>;rel=next", "Set-Cookie: a=1")),
    ("GET", _response(_OK, _chunks(_BODY), _CHUNKED, "Server: x")),
    ("GET", _response(_OK, _chunks(_BODY, "X-Sum: 1", "X-More: 2"), _CHUNKED)),
    ("GET", _response(_OK, _chunks(_GZIP), _CHUNKED, "Content-Encoding: gzip")),
    ("GET", _response(_OK, b"2;x=1\r\n[]\r\n0;last\r\n\r\n", _CHUNKED)),
    ("GET", _response(_OK, _GZIP, f"Content-Length: {len(_GZIP)}", "Content-Encoding: gzip")),
    ("GET", _response("HTTP/1.0 200 OK", _BODY, "Server: old")),
    ("GET", _response("HTTP/1.0 200 OK", _BODY, _LENGTH, "Connection: keep-alive")),
    ("GET", _response("HTTP/1.1 404 Not Found", b"no", "Content-Length: 2")),
    ("GET", _response("HTTP/1.1 429", b"", "Retry-After: 7", "Content-Length: 0")),
    ("GET", _response("HTTP/1.1 103 Early Hints", b"", "Link: </x>") + _response(_OK, _BODY, _LENGTH)),
    ("GET", _response("HTTP/1.1 100 Continue", b"") + _response("HTTP/1.1 201 Created", _chunks(b"made"), _CHUNKED)),
    ("GET", _response("HTTP/1.1 101 Switching", b"", "Upgrade: x", "Connection: upgrade")),
    ("GET", _response("HTTP/1.1 304 Not Modified", b"", "Content-Length: 8")),
    ("DELETE", _response("HTTP/1.1 204 No Content", b"", "Server: x")),
    ("HEAD", _response(_OK, b"", "Content-Length: 8")),
    ("POST", _response("HTTP/1.1 503 No", b"{}", "Content-Length: 2", "Connection: close")),
)
PIECES = (
    *(
        b"\r\n",
        b"\n",
        b"\r",
        b"\r\n\r\n",
        b"\n\n",
        b" ",
        b"\t",
        b"\0",
        b"\x0b",
        b"\x7f",
        b"\xff",
        b":",
        b";",
        b",",
        b"0",
    ),
    *(b"-1", b"+2", b"0x2", b"99", b"9" * 25, b"f" * 17, b"HTTP/1.1 200 OK\r\n", b"HTTP/2.0", b"HTTP/1.0", b"HTTP/1.2"),
    *(b"Content-Length: 2\r\n", b"Content-Length: 36\r\n", b"content-length : 2\r\n", b"Content-Length: 2, 2\r\n"),
    *(b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n", b"Transfer-Encoding: identity\r\n"),
    *(b"Transfer-Encoding: xchunked\r\n", b"Connection: close\r\n", b"Connection: keep-alive, x\r\n", b" folded\r\n"),
    *(
        b"Upgrade: h2c\r\nConnection: upgrade\r\n",
        b"0\r\n\r\n",
        b"2\r\n[]\r\n",
        b"2 \r\n[]\r\n",
        b";a=b",
        b'";\r\n',
        b"X: " * 9,
    ),
    *(
        b"HTTP/1.1 204 No\r\n\r\n",
        b"HTTP/1.1 100 Go on\r\n\r\n",
        b"null",
        b"200",
        b"204",
        b"304",
        b"101",
        b"099",
        b"1000",
    ),
)


def mutated(chance: random.Random) -> tuple[str, bytes, list[int]]:
    """A method, what is answered, and where it is cut."""
    method, sent = chance.choice(WHOLE)
    data = bytearray(sent)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3, 5))):
        at, kind = chance.randrange(len(data) + 1), chance.randrange(7)
        if kind == 0:
            del data[at : at + chance.choice((1, 1, 2, 9, 40))]
        elif kind == 1:
            data[at:at] = bytes([chance.randrange(256)])
        elif kind == 2 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 3:
            data[at:at] = data[max(at - 20, 0) : at + chance.randrange(30)]
        elif kind == 4:  # at the beginning of a line, where most can go wrong
            lines = [found.end() for found in re.finditer(rb"\r\n", data)] or [0]
            at = chance.choice(lines)
            data[at:at] = chance.choice(PIECES)
        elif kind == 5:
            data += chance.choice((chance.choice(PIECES), sent))
        else:
            data[at:at] = chance.choice(PIECES)
    cuts = sorted(chance.randrange(len(data) + 1) for _ in range(chance.choice((0, 0, 1, 2, 3, 8))))
    return method, bytes(data), cuts


@frozen
class Reading:
    """What one parser makes of some bytes, and of the end of the connection behind them.

    Attributes:
        kind: ``"whole"``, ``"refused"`` for what is no HTTP, ``"cut"`` for what ended too early.
        kept: another request could follow.
    """

    kind: str
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    kept: bool = False


def read_by_abclient(
    method: str, data: bytes, cuts: list[int], make: Callable[[], ResponseReader] = HttptoolsReader
) -> Reading:
    """As the default transport does, with this parser."""
    reader = make()
    reader.expect(_request(method))
    complete, at = False, 0
    try:
        for cut in (*cuts, len(data)):
            complete = at < cut and reader.feed(data[at:cut])
            at = max(at, cut)
            if complete:
                break
    except InvalidResponseError:
        return Reading("refused")
    except (ResponseLostError, ResponseTooLargeError):
        return Reading("unreadable")
    if not complete and not reader.feed_end():
        return Reading("cut")
    try:
        response = reader.response()
    except ResponseLostError:
        return Reading("unreadable")
    # h11 writes this one value in lower case.
    headers = tuple((name, value.lower() if name == "transfer-encoding" else value) for name, value in response.headers)
    # What comes in a further piece is seen by the connection, which is idle by then.
    return Reading("whole", response.status, headers, response.body, reader.reusable and at == len(data))


def _decoded(method: str, status: int, headers: tuple[tuple[str, str], ...], content: bytes, kept: bool) -> Reading:
    """A response whose body is still compressed, as the other parsers leave it."""
    try:
        body = body_for(_request(method), status, headers)
        body.feed(content)
        return Reading("whole", status, headers, body.finish(), kept)
    except (ResponseLostError, ResponseTooLargeError):
        return Reading("unreadable")


def _request(method: str) -> WireRequest:
    return wire_request("http://api.example/", method=method, max_response_bytes=_MOST_BYTES)


def read_by_h11(method: str, data: bytes, cuts: list[int]) -> Reading:
    """As httpcore does, and so abclient before."""
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=100 * 1024)
    connection.send(h11.Request(method=method, target="/", headers=[("Host", "api.example")]))
    connection.send(h11.EndOfMessage())
    head: h11.Response | None = None
    body = b""
    at = 0
    try:
        for cut in (*cuts, len(data), None):
            if cut is None or at < cut:
                connection.receive_data(b"" if cut is None else data[at:cut])
            at = cut or at
            while True:
                event = connection.next_event()
                if isinstance(event, h11.Response):
                    head = event
                elif isinstance(event, h11.Data):
                    body += event.data
                elif isinstance(event, h11.EndOfMessage) and head is not None:
                    kept = connection.our_state is h11.DONE and connection.their_state is h11.DONE
                    kept = kept and not connection.trailing_data[0] and cut in (len(data), None)
                    headers = tuple((name.decode(), value.decode("latin-1")) for name, value in head.headers)
                    return _decoded(method, head.status_code, headers, body, kept)
                elif event is h11.NEED_DATA or event is h11.PAUSED:
                    break
    except h11.RemoteProtocolError as error:
        return Reading("cut" if "peer closed" in str(error) or "without sending" in str(error) else "refused")
    return Reading("cut")


class _Socket:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)


def read_by_stdlib(method: str, data: bytes) -> Reading:
    """As ``http.client`` does, which is lenient."""
    response = http.client.HTTPResponse(_Socket(data), method=method)  # type: ignore[arg-type]  # all that it uses
    try:
        response.begin()
        body = response.read()
    except (http.client.HTTPException, ValueError, OverflowError):
        return Reading("refused")
    headers = tuple((name.lower(), value) for name, value in response.getheaders())
    return _decoded(method, response.status, headers, body, False)


Rule = Callable[[bytes], object]

_BARE_END = re.compile(rb"(?<!\r)\n|\r(?!\n)").search
_CONTROL = re.compile(rb"^[^\r\n]*:[^\r\n]*[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]", re.MULTILINE).search
_LENGTHS = re.compile(rb"^(?:content-length|transfer-encoding)[ \t]*:", re.MULTILINE | re.IGNORECASE).findall
_LONG_LENGTH = re.compile(
    rb"^content-length:[ \t]*+(?:[0-9]{17,}|[0-9]*[^0-9\r\n]|\r)", re.MULTILINE | re.IGNORECASE
).search
_VERSION = re.compile(rb"^HTTP/(?!1\.[01])", re.MULTILINE).search
_CLOSING = re.compile(
    rb"^HTTP/1\.(?:0 1|1 1.*\r\n(?:[^\r\n]+\r\n)*connection:[^\r\n]*close)", re.MULTILINE | re.IGNORECASE
).search
_BLANK = re.compile(rb"^[0-9a-fA-F]+[ \t]+;", re.MULTILINE).search
_EXTENSION = re.compile(rb"^[0-9a-fA-F]+[ \t]*;", re.MULTILINE).search
_STATUS = re.compile(rb"^HTTP/1\.[01] (?:[^1-9]|1[0-9][0-9])", re.MULTILINE).search
_REASON = re.compile(rb"^HTTP/1\.[01] [0-9]{3} [^\r\n]*[\x00-\x08\x0b-\x0c\x0e-\x1f]", re.MULTILINE).search

STRICTER: dict[str, Rule] = {
    "a line ends with CR LF, not with one of them": _BARE_END,
    "a header is not continued on the next line (RFC 9112, 5.2)": re.compile(rb"\n[ \t]").search,
    "a control character has no place in a header": _CONTROL,
    "two lengths, even if they agree, are how responses are smuggled": lambda data: len(_LENGTHS(data)) > 1,
    "a length has at most 64 bits, and nothing but digits": _LONG_LENGTH,
    "a version is HTTP/1.0 or HTTP/1.1": _VERSION,
    "nothing follows an interim response that closes the connection": _CLOSING,
    "the extension of a chunk has the grammar of RFC 9112": _EXTENSION,
}
"""Why abclient loses a response that h11 takes: something stands in it, which this finds."""

MORE_LENIENT: dict[str, Rule] = {
    "the reason phrase is not looked at": _REASON,
    "blanks may stand before the extension of a chunk (RFC 9112, 7.1.1)": _BLANK,
    "a length in an interim response means nothing": lambda data: _STATUS(data) and _LENGTHS(data),
    "a length in a trailer means nothing": lambda data: len(_LENGTHS(data)) > 1,
}
"""Why abclient takes a response that h11 refuses."""

LEFT_ALONE: dict[str, Rule] = {
    "http.client passes over 100 and takes other interim responses for the last word": re.compile(
        rb"^HTTP/1\.[01] 1(?!00)", re.MULTILINE
    ).search,
    "http.client reads chunks behind a 204": re.compile(rb"^HTTP/1\.[01] (?:204|304)", re.MULTILINE).search,
    "http.client keeps the blanks behind a value": re.compile(
        rb"^transfer-encoding:[^\r\n]*[ \t]\r", re.MULTILINE | re.IGNORECASE
    ).search,
}
"""Why http.client reads another response than abclient and h11."""


def difference(method: str, data: bytes, cuts: list[int]) -> str | None:
    """What abclient and the others do not agree on, and nothing explains; None where there is no such thing.

    All of "refused", "cut" and "unreadable" are lost responses: which one depends on how far a parser looks ahead.
    """
    ours, theirs = read_by_abclient(method, data, cuts), read_by_h11(method, data, cuts)
    if "whole" not in (ours.kind, theirs.kind):
        return None
    if ours.kind != "whole":
        return None if any(found(data) for found in STRICTER.values()) else "only h11 takes it"
    if theirs.kind != "whole":
        return None if any(found(data) for found in MORE_LENIENT.values()) else "only abclient takes it"
    if (ours.status, ours.headers, ours.body) != (theirs.status, theirs.headers, theirs.body):
        return "another response"
    if ours.kept and not theirs.kept:
        return "another end"
    lenient = read_by_stdlib(method, data)
    if lenient.kind != "whole" or (ours.status, ours.body) == (lenient.status, lenient.body):
        return None
    return None if any(found(data) for found in LEFT_ALONE.values()) else "another response for http.client"


def tried(cases: range, seed: int) -> int:
    """How many of these cases are read alike, or differ as explained.

    Raises:
        AssertionError: one is not; it says how to repeat it.
    """
    for case in cases:
        drawn = mutated(random.Random(f"{seed} {case}"))
        found = difference(*drawn)
        assert found is None, f"{found}: {drawn}; python -m support.differential 1 --from {case} --seed {seed}"
    return len(cases)


def main(arguments: list[str]) -> None:
    """Read so many responses."""
    parser = argparse.ArgumentParser(prog="python -m support.differential", description=__doc__)
    parser.add_argument("cases", type=int)
    parser.add_argument("--from", type=int, default=0, dest="first", help="the number of the first case")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32), help="draws other cases")
    given = parser.parse_args(arguments)
    print(f"seed {given.seed}", flush=True)
    began = perf_counter()
    count = tried(range(given.first, given.first + given.cases), given.seed)
    took = perf_counter() - began
    print(f"{count:10,}  responses are read as h11 and http.client read them, or as explained ({took:.0f} s)")


if __name__ == "__main__":
    main(sys.argv[1:])
