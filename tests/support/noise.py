"""Broken input, fast: what is documented, changed in a few places as accidents and attackers change it.

Hypothesis finds smaller examples, and takes a hundred times as long for each; this is for millions.
"""

from __future__ import annotations

import copy
import math
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime, formatdate
from typing import Any, TypeVar

T = TypeVar("T")

NUMBERS = (
    *("0", "1", "-1", "7", "120", "0.5", ".5", "5.", "+1", "-0", " 7\t", "1e9", "1e400", "nan", "inf", "-inf"),
    *("1700000060", "1700000060123", "99999999999999999999", "9" * 40, "9" * 5000, "1_000", "0x10", "٣", "²", "soon"),
)
DATES = (
    *("Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"),
    *("Tue, 14 Nov 2023 22:14:20 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:60 GMT"),
    *("Thu, 30 Feb 2023 00:00:00 GMT", "14 Nov 2023 22:14 +9999", "Tue, 14 Nov 2023 22:14:20 -0000"),
)
LINKS = (
    '<https://api.example.com/v2/x?page=2>; rel="next"',
    "</v2/x?page=2>; rel=next, </v2/x?page=9>; rel=last",
    '<https://api.example.com/v2/x?a=b,c;d>; title="a, <b>"; rel="prev next"',
)
TARGETS = (
    *("/v2/x?page=2", "x/y", "?page=2", "//evil.test/v2/x", "https://api.example.com/v2/x", "/v2/../admin"),
    *("https://api.example.com@evil.test/v2/x", "https://api.example.com:444/v2/x", "/v2/%2e%2e/x", "http://[::1"),
    *("https:/v2/x", "\\\\evil.test\\v2", "/v2/x#y", "javascript:alert(1)", "https://api.example.com/v2x/"),
)
ENCODINGS = ("gzip", "deflate", "identity", "x-gzip", "br", "gzip, gzip", "")
TOKENS = (
    *("\r\n", "\0", " ", "\t", ",", ";", '"', "<", ">", "=", "/", "//", "..", "%2e", "%", "@", ":", "#", "?", "\\"),
    *(
        "\xff",
        "\x80",
        "é",
        "0",
        "-",
        "+",
        ".",
        "9" * 30,
        "GMT",
        "next",
        "rel",
        "[",
        "{",
        "null",
        "\ud800",
        "\U0001f600",
    ),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 2**31, 2**53 + 1, 2**63, 2**64, 10**30, -(10**30), 0.5, -0.0, 1e308, 1e20),
    *(math.nan, math.inf, "", "text", "7", "12.5", "1e400", "NaN", "null", "true", "\ud800", "\0", "é\U0001f600"),
    *("2026-01-02T03:04:05Z", "2026-13-45", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-02"),
    *("[" * 1500, '["and", {"audience_id": 7}]', "/v2/x", "https://evil.test/", 1_767_323_045, 10**13),
    *([], {}, [None], [[]], [{}], {"": None}, {"key": "value"}, ["a", 1, None], {"deep": {"deep": [{"deep": 1}]}}),
)


def keys_of(place: Any) -> list[Any]:
    """By what the parts of an object or a list are reached; none for anything else."""
    return list(place) if isinstance(place, dict) else list(range(len(place))) if isinstance(place, list) else []  # pyright: ignore  # any JSON


class Noise:
    """Draws what one case needs.

    Args:
        seed: names the case; the same one draws the same.
    """

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)

    def one_of(self, values: Sequence[T]) -> T:
        """Any of them."""
        return values[int(self.chance.random() * len(values))]

    def odds(self, part: float) -> bool:
        """Yes, in this part of all cases."""
        return self.chance.random() < part

    def number(self, most: int) -> int:
        """From 0 to this, small ones more often."""
        return int(self.chance.random() ** 2 * (most + 1))

    def text(self, *corpus: str) -> str:
        """One of these texts, as it is or with a few changes; sometimes anything."""
        if self.odds(0.05):
            return "".join(chr(self.number(0x2FF)) for _ in range(self.number(40)))
        text = self.one_of(corpus)
        for _ in range(self.number(3)):
            text = self._changed(text, self.one_of(TOKENS), self.one_of(corpus))
        return text

    def _changed(self, text: str, token: str, other: str) -> str:
        start, end = sorted((self.number(len(text)), self.number(len(text))))
        ways: tuple[Callable[[], str], ...] = (
            lambda: text[:start] + token + text[start:],
            lambda: text[:start] + token + text[end:],
            lambda: text[:start] + text[end:],
            lambda: text[:end] + text[start:],
            lambda: text[:start] + other[start:],
            lambda: text.swapcase(),
        )
        return self.one_of(ways)()

    def header(self, *corpus: str) -> str:
        """A text as HTTP libraries hand it over: bytes, read as Latin-1."""
        return self.text(*corpus).encode("latin-1", "replace").decode("latin-1")

    def date(self) -> str:
        """A date of HTTP, proper or nearly."""
        second = int(self.chance.uniform(-6e10, 2.5e11))
        if self.odds(0.3):
            return format_datetime(datetime.fromtimestamp(second, UTC), usegmt=True)
        return self.header(formatdate(1_700_000_000 + self.number(10**6), usegmt=True), *DATES)

    def content(self, whole: bytes) -> bytes:
        """These bytes, or most of them."""
        for _ in range(self.number(2)):
            start, end = sorted((self.number(len(whole)), self.number(len(whole))))
            junk = self.chance.randbytes(self.number(4))
            whole = self.one_of(
                (whole[:start] + junk + whole[start:], whole[:start], whole[:start] + junk + whole[end:])
            )
        return whole

    def value(self) -> Any:
        """Any JSON."""
        if self.odds(0.7):
            return copy.deepcopy(self.one_of(VALUES))
        if self.odds(0.5):
            return [self.value() for _ in range(self.number(3))]
        return {self.text("id", "name", "items", "_links"): self.value() for _ in range(self.number(3))}

    def document(self, right: Any) -> Any:
        """JSON that is right but for a few places; sometimes any JSON."""
        if self.odds(0.03):
            return self.value()
        document = copy.deepcopy(right)
        for _ in range(self.number(4)):
            document = self._replaced(document)
        return document

    def _replaced(self, document: Any) -> Any:
        """The document with one of its parts replaced, added or taken away."""
        if not keys_of(document) or self.odds(0.05):
            return self.value()
        place: Any = document
        while True:
            key = self.one_of(keys_of(place))
            below: Any = place[key]
            if keys_of(below) and self.odds(0.8):
                place = below
                continue
            if self.odds(0.15):
                del place[key]
            elif self.odds(0.1) and isinstance(key, str):
                place[self.text("id", "name", "fieldOfNextYear")] = self.value()
            else:
                place[key] = self.value()
            return document
