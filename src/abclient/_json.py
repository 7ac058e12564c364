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
    orjson makes them floats, as the standard library does with those of more than 4,300 digits. What orjson refuses
    and the standard library takes (``NaN``, half a surrogate pair, a byte order mark) is read by the standard library.
    """
    try:
        import orjson
    except ImportError:
        return _standard
    fast = orjson.loads

    def loads(content: bytes) -> Any:
        try:
            return fast(content)
        except ValueError:
            return _standard(content)

    return loads


def _standard(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError as error:
        if type(error) is not ValueError:  # then it is not JSON
            raise
        # Python refuses integers of thousands of digits, and one of them must not cost the rest of the document.
        return json.loads(content, parse_int=_integer)


def _integer(digits: str) -> float:
    try:
        return int(digits)
    except ValueError:
        return float(digits)
