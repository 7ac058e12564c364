"""Reading JSON: with orjson where it is installed (the extra ``fast``), otherwise with the standard library."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def reader() -> Callable[[bytes], Any]:
    """The JSON decoder for responses, chosen when the first one arrives.

    Both decode the same documents to the same values, except for integers beyond 64 bits, which no vendor documents:
    orjson makes them floats, as the standard library does with those of more than 4,300 digits. The standard library
    decodes what only orjson refuses (``NaN``, half a surrogate pair, a byte order mark).
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
