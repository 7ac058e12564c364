"""Rows as callers give them, of which each is checked to be one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._row import ResultRow


def rows_alone(rows: Any, name: str) -> list[ResultRow]:
    """A list of rows.

    Args:
        rows: an iterable of them.
        name: what the argument is called.

    Raises:
        TypeError: it is something else, such as a table or what must be awaited, or has something else in it.
    """
    if hasattr(rows, "columns"):
        raise TypeError(
            f"{name} is a {type(rows).__name__}, not rows: make rows of a table of Arrow by "
            "abclient.results.from_arrow, and one of Arrow by frame.to_arrow() of Polars, or by "
            "pyarrow.Table.from_pandas(frame, preserve_index=False)"
        )
    kind = type(rows).__name__
    if isinstance(rows, str | bytes | Mapping) or not hasattr(rows, "__iter__"):
        raise TypeError(f"{name} is a {kind}, not an iterable of result rows")
    known = list(rows)
    for row in known:
        if row.__class__ is not ResultRow and not isinstance(row, ResultRow):
            raise TypeError(f"{name} has a {type(row).__name__} in it, not result rows alone")
    return known
