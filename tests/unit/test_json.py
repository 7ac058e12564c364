"""Reading JSON: the same values with orjson and without, and no answer lost to what orjson is strict about."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator

import orjson
import pytest

from abclient import _json
from abclient_api._runtime import Response
from support.fake import Script, answer, fake_session, json_request


@pytest.fixture(autouse=True)
def chosen_anew() -> Iterator[None]:
    """Each test chooses its reader itself, and leaves no choice behind."""
    _json.reader.cache_clear()
    _json.strict_reader.cache_clear()
    yield
    _json.reader.cache_clear()
    _json.strict_reader.cache_clear()


def test_without_orjson_it_is_the_standard_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are interpreters and machines for which orjson has no wheels."""
    monkeypatch.setitem(sys.modules, "orjson", None)
    assert _json.reader()(b'{"a": [1, 2.5, -0]}') == {"a": [1, 2.5, 0]}


def test_orjson_is_used_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice needs no option: both give the same values."""
    used: list[bytes] = []
    monkeypatch.setattr(orjson, "loads", used.append)
    _json.reader()(b"[1]")
    assert used == [b"[1]"]


SAME = {
    "nothing special": b'{"a": [1, 2.5, null, true, "\xc3\xa4"]}',
    "largest signed integer": str(2**63 - 1).encode(),
    "smallest signed integer": str(-(2**63)).encode(),
    "largest unsigned integer": str(2**64 - 1).encode(),
    "all digits of a float": b"[0.1, 1e22, 1.7976931348623157e308, 5e-324, -0.0, 0.30000000000000004]",
    "same key twice": b'{"a": 1, "a": 2}',
    "byte order mark": b"\xef\xbb\xbf[1]",
    "UTF-16": "[1]".encode("utf-16"),
    "half a surrogate pair": rb'"\ud800"',
    "infinite": b"[Infinity, -Infinity, 1e400]",
    "nested deeper than orjson likes": b"[" * 1200 + b"]" * 1200,
}


@pytest.mark.parametrize("case", SAME)
def test_both_readers_give_the_same_value(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Identical in value and in type, integers of 64 bits included, whatever orjson says about the document."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(5000)
    try:
        expected, found = json.loads(SAME[case]), _json.reader()(SAME[case])
        assert repr(found) == repr(expected)
        monkeypatch.setitem(sys.modules, "orjson", None)
        _json.reader.cache_clear()
        assert repr(_json.reader()(SAME[case])) == repr(expected)
    finally:
        sys.setrecursionlimit(limit)


BEYOND = {
    "the first": (f"[{2**64}]", [float(2**64)]),
    "the first negative": (f"[{-(2**63) - 1}]", [float(-(2**63) - 1)]),
    "many digits": (f'{{"id": {10**30 + 1}, "b": 7}}', {"id": float(10**30 + 1), "b": 7}),
    "on its own": ("1" * 25, float("1" * 25)),
    "none": (f"[{2**64 - 1}, {-(2**63)}]", [2**64 - 1, -(2**63)]),
}


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("case", BEYOND)
def test_an_integer_beyond_64_bits_is_the_same_float_with_both(
    case: str, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Equal in value and in type; with the standard library alone it would be an integer."""
    if not fast:
        monkeypatch.setitem(sys.modules, "orjson", None)
    document, expected = BEYOND[case]
    assert repr(_json.reader()(document.encode())) == repr(expected)


@pytest.mark.parametrize("fast", [True, False])
def test_an_integer_of_thousands_of_digits_costs_nothing_beside_it(fast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python refuses to read it; it is as infinite as 1e5000 is."""
    if not fast:
        monkeypatch.setitem(sys.modules, "orjson", None)
    read = _json.reader()(b'[{"id": ' + b"9" * 5000 + b'}, {"id": 7}, -' + b"9" * 5000 + b"]")
    assert read == [{"id": math.inf}, {"id": 7}, -math.inf]


STRICT = {
    "half a surrogate pair": (rb'"\ud800"', "\ud800"),
    "beyond 64 bits": (f"[{2**64}]".encode(), [float(2**64)]),
    "NaN": (b"[NaN]", None),
    "infinite": (b"[-Infinity]", None),
    "infinite in digits": (b"[1e400]", None),
    "infinite in thousands of digits": (b"9" * 5000, None),
    "byte order mark": (b"\xef\xbb\xbf[1]", None),
    "UTF-16": ("[1]".encode("utf-16"), None),
    "not UTF-8": (b'"\xff"', None),
    "not JSON": (b"[1", None),
}


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("case", STRICT)
def test_files_of_our_own_are_read_strictly(case: str, fast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both readers refuse what JSON does not have, and give the same for what it has."""
    if not fast:
        monkeypatch.setitem(sys.modules, "orjson", None)
    document, expected = STRICT[case]
    if expected is not None:
        assert repr(_json.strict_reader()(document)) == repr(expected)
        return
    with pytest.raises(ValueError, match=r"."):
        _json.strict_reader()(document)


def test_nan_is_read() -> None:
    """Statistics of tiny samples do come as NaN, which is no JSON."""
    value: float = _json.reader()(b'{"lift": NaN}')["lift"]
    assert math.isnan(value)


@pytest.mark.parametrize("body", [b"<html>", b"", b'{"a": 1', b'"\xff"'])
def test_what_is_no_json_is_an_error_of_the_standard_library(body: bytes) -> None:
    """Whoever handles the error needs to know one kind only."""
    with pytest.raises((json.JSONDecodeError, UnicodeDecodeError)) as caught:
        _json.reader()(body)
    assert type(caught.value).__module__ != "orjson"


async def test_the_session_reads_answers_with_it() -> None:
    """An answer of a call is read by the chosen reader."""
    session = fake_session(Script(answer(200, {"a": 1})))
    response = await session.send_raw(json_request())
    assert response.loads is _json.reader()


def test_an_answer_is_read_once() -> None:
    """Rows, next link and total of a page come from one reading of its document."""
    read: list[bytes] = []

    def loads(content: bytes) -> object:
        read.append(content)
        return json.loads(content)

    response = Response(200, (), b'{"items": []}', loads)
    assert response.json() is response.json()
    assert len(read) == 1


def test_null_is_read_once_too_and_an_error_every_time() -> None:
    """A document that is null counts as read; one that cannot be read fails for everyone who asks."""
    read: list[bytes] = []
    response = Response(200, (), b"null", lambda content: read.append(content))
    assert response.json() is response.json() is None
    assert len(read) == 1
    broken = Response(200, (), b"{")
    for _ in range(2):
        with pytest.raises(json.JSONDecodeError):
            broken.json()
