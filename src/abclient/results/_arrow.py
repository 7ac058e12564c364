"""Columns of rows as arrays of Arrow, and back, by way of the memory that arrays are made of.

``pyarrow.array`` imports pandas, where that is installed, whatever it is given; and ``to_pylist`` makes an object of
Arrow for each value before it makes one of Python.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ._row import Kind

if TYPE_CHECKING:
    import pyarrow

LONGEST = 2**31 - 1
"""Bytes of text that one array can have, whose offsets are 32-bit."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_array(values: Sequence[Any], kind: Kind, type_: pyarrow.DataType) -> Any:
    """A column of rows as an array of this type, or as several where one cannot hold all text.

    Args:
        values: what rows have; None for what is missing.
        kind: of the column.
        type_: what it is in Arrow.
    """
    import pyarrow as pa

    untyped: Any = pa
    missing = values.count(None)
    if missing == len(values):
        return untyped.nulls(len(values), type_)
    valid = _bits([value is not None for value in values]) if missing else None
    return _MAKERS[kind](untyped, values, type_, valid)


def from_column(column: pyarrow.ChunkedArray[Any], kind: Kind) -> list[Any]:
    """The values of a column, which has the type of ``to_array``; None for what is missing.

    Raises:
        ValueError: text is not in UTF-8, or a time is outside of the years 1 to 9999.
    """
    values: list[Any] = []
    for chunk in column.chunks:
        values += _read(chunk, kind)
    return values


def _fixed(code: str, neutral: Any, pa: Any, values: Sequence[Any], type_: Any, valid: Any) -> Any:
    given = values if valid is None else [neutral if value is None else value for value in values]
    return pa.Array.from_buffers(type_, len(values), [valid, pa.py_buffer(array(code, given))])


def _times(pa: Any, values: Sequence[Any], type_: Any, valid: Any) -> Any:
    # The same few times are in most rows.
    known = {value: 0 if value is None else (value - _EPOCH) // _MICROSECOND for value in set(values)}
    return _fixed("q", 0, pa, [known[value] for value in values], type_, valid)


def _flags(pa: Any, values: Sequence[Any], type_: Any, valid: Any) -> Any:
    return pa.Array.from_buffers(type_, len(values), [valid, _bits([value is True for value in values])])


def _texts(pa: Any, values: Sequence[Any], type_: Any, valid: Any) -> Any:
    given: Sequence[Any] = values if valid is None else [value or "" for value in values]
    joined = "".join(given)
    content = joined.encode()
    if len(content) > LONGEST:
        half = len(values) // 2
        halves = [to_array(part, "text", type_) for part in (values[:half], values[half:])]
        return pa.chunked_array([one for half in halves for one in getattr(half, "chunks", [half])], type_)
    lengths = map(len, given if len(content) == len(joined) else [value.encode() for value in given])
    offsets = array("i", accumulate(lengths, initial=0))
    return pa.Array.from_buffers(type_, len(values), [valid, pa.py_buffer(offsets), pa.py_buffer(content)])


_MAKERS: Mapping[Kind, Callable[[Any, Sequence[Any], Any, Any], Any]] = {
    "text": _texts,
    "flag": _flags,
    "count": partial(_fixed, "q", 0),
    "number": partial(_fixed, "d", 0.0),
    "time": _times,
}


def _bits(flags: Sequence[bool]) -> Any:
    """Flags as the bitmap that Arrow has for them: the first is the lowest bit of the first byte."""
    import pyarrow as pa

    untyped: Any = pa
    # Not by a cast in Arrow, the first of which takes a twentieth of a second.
    number = int(bytes(flags)[::-1].translate(_DIGITS), 2)
    return untyped.py_buffer(number.to_bytes(-(-len(flags) // 8), "little"))


_DIGITS = bytes.maketrans(b"\0\1", b"01")


def _read(chunk: Any, kind: Kind) -> list[Any]:
    if chunk.null_count == len(chunk):
        return [None] * len(chunk)
    if not chunk.null_count:
        return _READERS[kind](chunk)
    # In the place of what is missing there may be anything, such as what pandas has for no time.
    known = iter(_READERS[kind](chunk.drop_null()))
    return [None if no else next(known) for no in _bytes(chunk.is_null())]


def _read_times(chunk: Any) -> list[datetime]:
    values = _numbers("q", chunk)
    known = {value: _EPOCH + value * _MICROSECOND for value in set(values)}
    return [known[value] for value in values]


def _read_flags(chunk: Any) -> list[bool]:
    return list(map((False, True).__getitem__, _bytes(chunk)))


def _read_texts(chunk: Any) -> list[str]:
    """Each text is made once, however many rows have it."""
    encoded = chunk.dictionary_encode()
    return list(map(encoded.dictionary.to_pylist().__getitem__, _numbers("i", encoded.indices)))


def _numbers(code: str, chunk: Any) -> list[Any]:
    """The values of an array, of which none is missing."""
    content: Any = memoryview(chunk.buffers()[1]).cast("B")
    values: list[Any] = content.cast(code)[chunk.offset : chunk.offset + len(chunk)].tolist()
    return values


def _bytes(chunk: Any) -> bytes:
    """The flags of an array, of which none is missing, one a byte."""
    import pyarrow as pa

    untyped: Any = pa
    numbers = chunk.cast(untyped.uint8())
    return bytes(memoryview(numbers.buffers()[1])[numbers.offset : numbers.offset + len(numbers)])


_READERS: Mapping[Kind, Callable[[Any], list[Any]]] = {
    "text": _read_texts,
    "flag": _read_flags,
    "count": partial(_numbers, "q"),
    "number": partial(_numbers, "d"),
    "time": _read_times,
}
