"""Reading JSON: with orjson where it is installed (the extra ``fast``), otherwise with the standard library."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def reader() -> Callable[[bytes], Any]:
    """What reads the JSON of answers, chosen when the first one arrives.

    Both read the same documents to the same values, but for integers beyond 64 bits, which no vendor documents:
    orjson makes them floats. What it refuses and the standard library takes (``NaN``, half a surrogate pair, a byte
    order mark) is read by the standard library.
    """
    try:
        import orjson
    except ImportError:
        return json.loads
    fast = orjson.loads

    def loads(content: bytes) -> Any:
        try:
            return fast(content)
        except ValueError:
            return json.loads(content)

    return loads
