"""The default transport reads responses as h11 and http.client do, however they were mutated, or a table says why."""

from __future__ import annotations

import random

import pytest
from attrs import evolve

from abclient.transports._h11_reader import H11Reader
from support import differential
from support.cases import one_every_run
from support.differential import (
    LEFT_ALONE,
    MORE_LENIENT,
    STRICTER,
    Reading,
    difference,
    mutated,
    read_by_abclient,
    read_by_h11,
    read_by_stdlib,
    tried,
)

EACH = 5_000
_OK, _CHUNKED = b"HTTP/1.1 200 OK\r\n", b"Transfer-Encoding: chunked\r\n"

STRICTER_EXAMPLES = {
    "a line ends with CR LF, not with one of them": b"HTTP/1.1 200 OK\nContent-Length: 2\n\n[]",
    "a header is not continued on the next line (RFC 9112, 5.2)": _OK + b"X: a\r\n b\r\nContent-Length: 2\r\n\r\n[]",
    "a control character has no place in a header": _OK + b"X: \x07\r\nContent-Length: 2\r\n\r\n[]",
    "two lengths, even if they agree, are how responses are smuggled": (
        _OK + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n[]"
    ),
    "a length has at most 64 bits, and nothing but digits": _OK + b"Content-Length: 2, 2\r\n\r\n[]",
    "a version is HTTP/1.0 or HTTP/1.1": b"HTTP/1.2 200 OK\r\nContent-Length: 2\r\n\r\n[]",
    "nothing follows an interim response that closes the connection": (
        b"HTTP/1.1 103 Hints\r\nConnection: close\r\n\r\n" + _OK + b"Content-Length: 2\r\n\r\n[]"
    ),
    "the extension of a chunk has the grammar of RFC 9112": _OK + _CHUNKED + b"\r\n2;(\r\n[]\r\n0\r\n\r\n",
}
LENIENT_EXAMPLES = {
    "the reason phrase is not looked at": b"HTTP/1.1 200 O\0K\r\nContent-Length: 2\r\n\r\n[]",
    "blanks may stand before the extension of a chunk (RFC 9112, 7.1.1)": (
        _OK + _CHUNKED + b"\r\n2 ;x\r\n[]\r\n0\r\n\r\n"
    ),
    "a length in an interim response means nothing": (
        b"HTTP/1.1 103 Hints\r\nTransfer-Encoding: gzip\r\n\r\n" + _OK + b"Content-Length: 2\r\n\r\n[]"
    ),
    "a length in a trailer means nothing": _OK + _CHUNKED + b"\r\n2\r\n[]\r\n0\r\nTransfer-Encoding: gzip\r\n\r\n",
}


@pytest.mark.parametrize("part", one_every_run(range(4)))
def test_mutated_responses_are_read_alike(part: int) -> None:
    """Status, headers, body and end are the same in 20,000 cases, 5,000 in each part, in whatever pieces they come."""
    assert tried(range(part * EACH, (part + 1) * EACH), seed=1) == EACH


def test_with_h11_responses_are_read_as_by_h11() -> None:
    """Nothing is lost or added between it and the transport, and no connection is kept that it would have closed."""
    for case in range(2_000):
        drawn = mutated(random.Random(f"h11 {case}"))
        ours, theirs = read_by_abclient(*drawn, H11Reader), read_by_h11(*drawn)
        assert ("whole" in (ours.kind, theirs.kind)) == (ours.kind == theirs.kind == "whole"), drawn
        assert ours.kind != "whole" or evolve(ours, kept=False) == evolve(theirs, kept=False), drawn
        assert theirs.kept or not ours.kept, drawn


@pytest.mark.parametrize("why", STRICTER)
def test_what_only_others_take_is_refused(why: str) -> None:
    """Each explanation of the table has an example, which it alone explains."""
    data = STRICTER_EXAMPLES[why]
    assert read_by_abclient("GET", data, []).kind == "refused"
    assert read_by_h11("GET", data, []).kind == "whole"
    assert [name for name, found in STRICTER.items() if found(data)] == [why]


@pytest.mark.parametrize("why", MORE_LENIENT)
def test_what_only_abclient_takes_is_harmless(why: str) -> None:
    """The response is the one that h11 would have seen without it."""
    data = LENIENT_EXAMPLES[why]
    found = read_by_abclient("GET", data, [])
    assert (found.kind, found.status, found.body) == ("whole", 200, b"[]")
    assert read_by_h11("GET", data, []).kind == "refused"
    assert why in [name for name, explains in MORE_LENIENT.items() if explains(data)]


LEFT_ALONE_EXAMPLES = {
    "http.client passes over 100 and takes other interim responses for the last word": (
        b"HTTP/1.1 103 Hints\r\n\r\n" + _OK + b"Content-Length: 2\r\n\r\n[]"
    ),
    "http.client reads chunks behind a 204": (
        b"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
    ),
    "http.client keeps the blanks behind a value": (_OK + b"Transfer-Encoding: chunked \r\n\r\n2\r\n[]\r\n0\r\n\r\n"),
}


@pytest.mark.parametrize("why", LEFT_ALONE)
def test_where_http_client_stands_alone(why: str) -> None:
    """abclient and h11 agree there."""
    data = LEFT_ALONE_EXAMPLES[why]
    found = read_by_abclient("GET", data, [])
    assert found.kind == "whole"
    assert found == read_by_h11("GET", data, [])
    assert read_by_stdlib("GET", data).body != found.body
    assert difference("GET", data, []) is None


class Reads:
    """Takes the place of a parser."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __call__(self, *given: object) -> Reading:
        return self._reading


def test_the_comparison_sees_a_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that loses a byte, or keeps a connection too long, would be found."""
    data = _OK + b"Content-Length: 2\r\n\r\n[]"
    right, stdlib = read_by_abclient("GET", data, []), read_by_stdlib("GET", data)
    for ours, theirs, lenient, expected in (
        (evolve(right, body=b"["), right, stdlib, "another response"),
        (evolve(right, kind="refused"), right, stdlib, "only h11 takes it"),
        (right, evolve(right, kept=False), stdlib, "another end"),
        (right, evolve(right, kind="refused"), stdlib, "only abclient takes it"),
        (right, right, evolve(stdlib, body=b"["), "another response for http.client"),
        (right, right, stdlib, None),
    ):
        monkeypatch.setattr(differential, "read_by_abclient", Reads(ours))
        monkeypatch.setattr(differential, "read_by_h11", Reads(theirs))
        monkeypatch.setattr(differential, "read_by_stdlib", Reads(lenient))
        assert difference("GET", data, []) == expected
