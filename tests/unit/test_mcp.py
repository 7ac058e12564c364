"""What leaves the server for agents: bounded, marked as data, visible, and without credentials."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import threading
from datetime import UTC, datetime
from typing import Any

import pytest

from abclient._redact import Redactor
from abclient.errors import ConfigurationError
from abclient.mcp._answer import (
    MAX_ANSWER_CHARS,
    MAX_FAILURES,
    MAX_MARKDOWN_CHARS,
    MAX_RECORDS,
    MAX_TEXT_CHARS,
    NOTE,
    Answers,
    Item,
    text_of,
)
from abclient.mcp._drafting import code
from abclient.mcp._http import Address, listen, token_for
from abclient.mcp._stdio import Lines

ANSWERS = Answers(Redactor(["some-credential"]))


def items(count: int, **record: Any) -> list[Item]:
    """So many records."""
    return [Item(place, {"number": place, **record}) for place in range(count)]


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ("plain", "plain"),
        ("a\nb\t\x1b[31m\u202ec\u200b", "a\\nb\\t\\x1b[31m\\u202ec\\u200b"),
        ("\ud83d", "\\ud83d"),
        ("\u00e9\u4e2d\U0001f600", "\u00e9\u4e2d\U0001f600"),
        ("the some-credential, some%2Dcredential", "the ***, ***"),
        ("x" * 400, "x" * (MAX_TEXT_CHARS - 1) + "\u2026"),
        (0.123456789, 0.123457),
        (float("nan"), None),
        (datetime(2024, 6, 1, 12, 0, 0, 5, tzinfo=UTC), "2024-06-01T12:00:00Z"),
        ({"a": None, "b": {"some-credential": [True, 1, ("x",)]}}, {"b": {"***": [True, 1, ["x"]]}}),
        (ValueError("odd"), "odd"),
    ],
)
def test_values_become_data(value: Any, data: Any) -> None:
    """Invisible characters are seen, credentials are not, and nothing is longer than a person reads."""
    assert ANSWERS.data(value) == data


def test_an_answer_begins_with_what_it_is() -> None:
    """A model reads first that all of it is data."""
    assert text_of(ANSWERS.answer(())).startswith(json.dumps({"note": NOTE})[:-1])


def test_an_answer_has_what_fits() -> None:
    """Whole records, in order; the rest is counted, and the next call can begin with it."""
    answer = ANSWERS.answer(items(150, text="x" * 290), next_offset=150)
    assert 0 < len(answer.records) < 150
    assert len(answer.records) + answer.records_left_out == 150
    assert answer.next_offset == len(answer.records)
    assert MAX_ANSWER_CHARS - 500 < len(text_of(answer)) <= MAX_ANSWER_CHARS
    small = ANSWERS.answer(items(MAX_RECORDS + 1))
    assert (len(small.records), small.records_left_out, small.next_offset) == (MAX_RECORDS, 1, MAX_RECORDS)
    whole = ANSWERS.answer(items(3), next_offset=3)
    assert (len(whole.records), whole.records_left_out, whole.next_offset) == (3, 0, 3)


def test_a_record_that_does_not_fit_alone_is_made_smaller() -> None:
    """A call always gets on: the longest lists lose their ends, and the record says how many members."""
    rows = [{"name": "x" * 290} for _ in range(1000)]
    answer = ANSWERS.answer([Item(0, {"id": "1", "rows": rows, "few": [1]}), Item(1, {"id": "2"})], next_offset=2)
    (record,) = answer.records
    assert (record["id"], record["few"]) == ("1", [1])
    assert len(record["rows"]) + record["rows_left_out"] == 1000
    assert (answer.records_left_out, answer.next_offset) == (1, 1)
    assert len(text_of(answer)) <= MAX_ANSWER_CHARS
    (hopeless,) = ANSWERS.answer([Item(0, {f"{place}": "x" * 290 for place in range(200)})]).records
    assert hopeless == {"left_out": "the record does not fit into an answer"}


def test_failures_and_drafts_are_bounded_too() -> None:
    """Their number is always there."""
    failures = {f"key {place}": ValueError("some-credential " * 100) for place in range(MAX_FAILURES + 5)}
    answer = ANSWERS.answer((), failures=failures, markdown="line\n" * 10_000)
    assert (len(answer.failures), answer.failures_left_out) == (MAX_FAILURES, 5)
    assert answer.failures[0].why.startswith("ValueError: *** ***")
    assert answer.markdown is not None
    assert MAX_MARKDOWN_CHARS - 100 < len(json.dumps(answer.markdown)) <= MAX_MARKDOWN_CHARS + 10
    assert len(text_of(answer)) <= MAX_ANSWER_CHARS
    worst = ANSWERS.answer(
        (), failures={f"{place}\u202e" * 80: "\u202e" * 300 for place in range(25)}, markdown="\\" * 99_999
    )
    assert len(text_of(worst)) <= MAX_ANSWER_CHARS
    assert 0 < len(worst.failures) < MAX_FAILURES
    assert len(worst.failures) + worst.failures_left_out == 25
    (known,) = ANSWERS.answer((), failures={"x": ConfigurationError("it is gone")}).failures
    assert known.why == "it is gone"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Checkout", "`Checkout`"),
        ("![x](https://evil.example) <b> `a` | b\n# c", "`![x](https://evil.example) <b> 'a' ¦ b # c`"),
        ("", ""),
        ("a" * 100, f"`{'a' * 59}…`"),
    ],
)
def test_names_in_a_draft_are_code(text: str, shown: str) -> None:
    """Nothing in a name becomes a link, a picture, a heading or the border of a table."""
    assert code(text) == shown


@pytest.mark.parametrize(
    ("text", "address", "is_loopback", "bracketed"),
    [
        ("127.0.0.1:8000", ("127.0.0.1", 8000), True, "127.0.0.1"),
        ("localhost:0", ("localhost", 0), True, "localhost"),
        ("[::1]:8000", ("::1", 8000), True, "[::1]"),
        ("0.0.0.0:8000", ("0.0.0.0", 8000), False, "0.0.0.0"),
        ("[::]:8000", ("::", 8000), False, "[::]"),
        ("192.0.2.1:65535", ("192.0.2.1", 65535), False, "192.0.2.1"),
    ],
)
def test_where_to_listen(text: str, address: tuple[str, int], is_loopback: bool, bracketed: str) -> None:
    """Without a token only where other machines do not reach it; with one, anywhere."""
    found = Address.parse(text)
    assert (found, found.is_loopback, found.bracketed) == (address, is_loopback, bracketed)
    assert token_for(found, "t" * 16) == "t" * 16
    if is_loopback:
        assert token_for(found, None) is None
    else:
        with pytest.raises(ConfigurationError, match=f"other machines reach {re.escape(found.host)}: set ABCLIENT_MCP"):
            token_for(found, None)


@pytest.mark.parametrize("text", ["", "8000", ":8000", "127.0.0.1:", "127.0.0.1:+8", "127.0.0.1:65536", "[x]:1"])
def test_what_is_not_an_address(text: str) -> None:
    """Names of other machines, and ports that cannot be, are refused before anything listens."""
    with pytest.raises(ConfigurationError, match="give an address"):
        Address.parse(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"", []),
        (b"one\ntwo\n", ["one\n", "two\n"]),
        (b"one\n\ntwo", ["one\n", "\n", "two"]),
        (b"\xff\n" + b"x" * 100_000, ["\ufffd\n", "x" * 100_000]),
        (rb'"\ud83d\ude00 \UD83D\n \\ud83d"', [r'"\ud83d\ude00 \UD83D\n \\ud83d"']),
        (
            rb'"\uD83D \ude00 \\\ud83d\ud83d\uDE00 \ud83d\n \ud83"',
            [r'"\ufffd \ufffd \\\ufffd\ud83d\uDE00 \ufffd\n \ud83"'],
        ),
    ],
    ids=[
        *("nothing", "lines", "an end without a line's end", "more than a pipe holds"),
        *("characters and what looks like half of one", "halves of characters"),
    ],
)
async def test_lines_are_read_until_the_end(written: bytes, read: list[str]) -> None:
    """Whole ones, and what stands after the last of them."""
    source, sink = os.pipe()

    def write() -> None:
        with os.fdopen(sink, "wb") as file:
            file.write(written)

    writing = asyncio.create_task(asyncio.to_thread(write))
    try:
        assert [line async for line in Lines(source)] == read
    finally:
        await writing
        os.close(source)


async def test_an_input_that_is_closed_has_ended() -> None:
    """A program that was started without standard input has no lines, and no error."""
    source, sink = os.pipe()
    os.close(source)
    os.close(sink)
    assert [line async for line in Lines(source)] == []


def test_a_line_that_comes_too_late_is_dropped() -> None:
    """The loop is closed, and the thread that waits for the line ends without an error."""
    source, sink = os.pipe()

    async def begin() -> None:
        Lines(source)

    before = set(threading.enumerate())
    asyncio.run(begin())
    (reader,) = set(threading.enumerate()) - before
    with os.fdopen(sink, "wb") as file:
        file.write(b"late\n")
    reader.join(60)
    assert not reader.is_alive()
    os.close(source)


def test_a_port_that_is_taken_is_named_by_the_system() -> None:
    """And the socket that was to listen there is closed; a resource that is left open would be a warning."""
    with listen(Address("127.0.0.1", 0)) as first:
        taken: int = first.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            listen(Address("127.0.0.1", taken))


@pytest.mark.parametrize(("system", "reused"), [("posix", True), ("nt", False)])
def test_addresses_are_taken_over_only_where_that_is_safe(
    system: str, reused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows the option would let two servers listen at one port."""
    with monkeypatch.context() as there:
        there.setattr(os, "name", system)
        listener = listen(Address("127.0.0.1", 0))
    with listener:
        assert bool(listener.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)) == reused
