"""What a record says of each key, as columns: a list of keys, and a list of each value.

In Python they are read and checked in a third of the time that an object for each key would take. A column whose values
are all equal, such as the vendor of one account's experiments, is that value alone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

Columns = dict[str, Any]
"""Columns by name; empty if there are no keys."""

_KEYS = "key"
_SLICE = 2_000
"""Keys."""


def with_keys(keys: Collection[str], columns: Columns) -> Columns:
    """The same columns, and that of their keys."""
    return {_KEYS: list(keys), **columns} if keys else {}


def columns_of(names: Sequence[str], rows: Collection[tuple[Any, ...]]) -> Columns:
    """The columns of tuples with these names for their values."""
    return {name: _shortest(list(map(itemgetter(place), rows))) for place, name in enumerate(names)} if rows else {}


def _shortest(column: list[Any]) -> Any:
    return column[0] if column.count(column[0]) == len(column) else column


def read_columns(document: Mapping[str, Any], names: Sequence[str]) -> tuple[list[str], list[list[Any]]]:
    """Keys, and the columns with these names.

    Raises:
        ValueError: it has others, or columns that are shorter or longer, or a key twice.
    """
    if not document:
        return [], [[] for _ in names]
    if set(document) != {_KEYS, *names}:
        raise ValueError(f"it has {sorted(document)}, not {sorted((_KEYS, *names))}")
    keys: Any = document[_KEYS]
    if not _is_list(keys) or set(map(type, keys)) - {str}:
        raise ValueError("its keys are not a list of texts")
    if len(set(keys)) != len(keys):
        raise ValueError("a key is there twice")
    columns: list[list[Any]] = [one if _is_list(one) else [one] * len(keys) for one in map(document.__getitem__, names)]
    if any(len(column) != len(keys) for column in columns):
        raise ValueError("a column has fewer values than others")
    return keys, columns


def _is_list(value: Any) -> bool:
    return type(value) is list


def columns_json(columns: Columns) -> Iterator[bytes]:
    """The JSON of columns, a few keys at a time: most of an export's memory was the text of all of them."""
    separator = b"{"
    for name, column in columns.items():
        yield b'%s"%s": ' % (separator, name.encode())
        yield from _slices(column) if _is_list(column) else (as_json(column),)
        separator = b", "
    yield b"}" if columns else b"{}"


def _slices(column: list[Any]) -> Iterator[bytes]:
    for first in range(0, len(column), _SLICE):
        yield b", " if first else b"["
        yield as_json(column[first : first + _SLICE])[1:-1]
    yield b"]"


def as_json(document: Any) -> bytes:
    """A document of JSON that may contain times."""
    # Half of a surrogate pair, which a vendor's error message can contain, is written as JSON escapes it.
    return json.dumps(document, ensure_ascii=False, default=datetime.isoformat).encode("utf-8", "backslashreplace")
