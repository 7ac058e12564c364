"""Rows of values that have been checked, without checking each of them again."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, make_class

from ._checks import LARGEST_COUNT
from ._row import COLUMNS, REQUIRED, ResultRow

_Open: Any = make_class(
    "_Open", {name: field() for name in COLUMNS}, eq=False, repr=False, slots=True, weakref_slot=False
)
"""The fields of a row, whose ``__init__`` checks nothing: what it makes becomes a row, as both have the same slots.

Made otherwise, a row's 51 fields take 9 µs to set, and 25 µs to set and check; so they take 1 µs.
"""


def row_of(*values: Any) -> ResultRow:
    """The row of these values, in the order of ``COLUMNS``, which must be what a row may hold."""
    row = _Open(*values)
    object.__setattr__(row, "__class__", ResultRow)
    made: ResultRow = row
    return made


def rows_of_columns(columns: Mapping[str, Sequence[Any]]) -> list[ResultRow]:
    """The rows of these columns, which must be ``may_be_rows``."""
    return list(map(row_of, *columns.values()))


def may_be_rows(columns: Mapping[str, Sequence[Any]]) -> bool:
    """Whether columns of the right types hold what rows may hold.

    Text, flags and times are what they are; required fields must be there, counts not negative, numbers finite.
    """
    return not any(None in columns[name] for name in REQUIRED) and all(
        _hold(columns[name], kind) for name, kind in COLUMNS.items() if kind in {"count", "number"}
    )


def _hold(values: Sequence[Any], kind: str) -> bool:
    given = [value for value in values if value is not None]
    if kind == "number":
        return all(map(math.isfinite, given))
    return not given or (min(given) >= 0 and max(given) <= LARGEST_COUNT)
