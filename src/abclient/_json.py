"""Reading JSON: with orjson where it is installed (the extra ``fast``), otherwise with the standard library."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

_DIGITS = bytes(0x30 if 0x30 <= code <= 0x39 else 0x20 for code in range(256))
_LONG = b"0" * 19
"""Shorter integers have 64 bits at most."""


@cache
def reader() -> Callable[[bytes], Any]:
    """What reads the JSON of answers, chosen when the first one arrives.

    Both read the same documents to the same values. What orjson refuses and the standard library takes (``NaN``, half a
    surrogate pair, a byte order mark) is read by the standard library; and so is what holds integers that may be beyond
    64 bits, because orjson would make them floats, and an id would be another one.
    """
    try:
        import orjson
    except ImportError:
        return json.loads
    fast = orjson.loads

    def loads(content: bytes) -> Any:
        # Looking for long numbers takes a tenth of the time that reading takes.
        if _LONG in content.translate(_DIGITS):
            return json.loads(content)
        try:
            return fast(content)
        except ValueError:
            return json.loads(content)

    return loads
