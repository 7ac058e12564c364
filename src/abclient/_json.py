"""Reading JSON: with orjson, which a default install on CPython has, and with the standard library where it is missing.

Both decode the same documents to the same values. Integers beyond 64 bits, which no vendor documents, become floats, as
they do in JavaScript and in orjson: RFC 8259 (section 6) counts on no more, and a search for them takes as long as
orjson does for the whole document.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import cache
from typing import Any

_LEAST, _MOST = -(2**63), 2**64 - 1


@cache
def reader() -> Callable[[bytes], Any]:
    """The JSON decoder for responses, chosen when the first one arrives.

    The standard library decodes what only orjson refuses (``NaN``, half a surrogate pair, a byte order mark).
    """
    return _with_orjson(_standard)


@cache
def strict_reader() -> Callable[[bytes], Any]:
    """The JSON decoder for files of our own: ``NaN``, infinities and encodings other than UTF-8 are a ValueError."""
    return _with_orjson(_strict)


def _with_orjson(standard: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
    try:
        import orjson
    except ImportError:
        return standard
    fast = orjson.loads

    def loads(content: bytes) -> Any:
        try:
            return fast(content)
        except ValueError:
            return standard(content)

    return loads


def _standard(content: bytes) -> Any:
    return json.loads(content, parse_int=_integer)


def _integer(digits: str) -> float:
    try:
        value = int(digits)
    except ValueError:  # Python refuses those of thousands of digits
        return float(digits)
    return value if _LEAST <= value <= _MOST else float(digits)


def _strict(content: bytes) -> Any:
    number = _finite(float)
    return json.loads(content.decode(), parse_int=_finite(_integer), parse_float=number, parse_constant=number)


def _finite(read: Callable[[str], float]) -> Callable[[str], float]:
    def checked(word: str) -> float:
        value = read(word)
        if not math.isfinite(value):
            raise ValueError(f"{word:.40} is not a number of JSON")
        return value

    return checked
