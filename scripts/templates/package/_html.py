"""Objects as small tables of HTML, for notebooks: every text is escaped, and nothing is long."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from ._models import Record

LONGEST_TEXT = 120
"""Characters of a cell."""

MOST_LINES = 20
"""Lines of a table; what is left out is counted."""

MOST_PARTS = 5
"""Parts of a list or a map in a cell."""

_DEEPEST = 2
_NAMES = ("id", "key", "name")
_COLUMNS = (*_NAMES, "status", "kind", "type", "metric_kind", "archived", "created", "creation_date", "last_modified")
_MOST_COLUMNS = 7
_CELL = "text-align:left;vertical-align:top"


def table(
    head: Sequence[str], lines: Iterable[Sequence[object]], *, caption: str = "", total: int | None = None
) -> str:
    """A table with a line for each of several things.

    Args:
        head: the names of the columns.
        lines: the values; no more than ``MOST_LINES`` are read.
        caption: above the table.
        total: how many lines there are in all, if more than are given may be left out.
    """
    shown = [line for line, _ in zip(lines, range(MOST_LINES), strict=False)]
    heads = "".join(f'<th scope="col" style="{_CELL}">{_escaped(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in shown)
    left_out = 0 if total is None else total - len(shown)
    more = f"<p>… and {left_out:,} more</p>" if left_out > 0 else ""
    heading = f'<caption style="{_CELL}">{_escaped(caption)}</caption>' if caption else ""
    return f"<table>{heading}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{more}"


def fields(title: str, values: Iterable[tuple[str, object]]) -> str:
    """A table with a line for each field of one thing."""
    head = f'<thead><tr><th colspan="2" scope="col" style="{_CELL}">{_escaped(title)}</th></tr></thead>'
    lines = (f'<th scope="row" style="{_CELL}">{_escaped(name)}</th>{_cell(value)}' for name, value in values)
    return f"<table>{head}<tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>"


def record(one: Record) -> str:
    """The fields of a model that hold something; secret ones are not shown."""
    values = ((name, "***" if name in one.SECRET else getattr(one, name)) for name in one.FIELDS)
    return fields(type(one).__name__, ((name, value) for name, value in values if value is not one.ABSENT))


def records(several: Sequence[Any], *, caption: str = "") -> str:
    """A line for each of several things, with what tells models apart."""
    shown = several[:MOST_LINES]
    columns = _columns(shown)
    if not columns:
        return table([""], ([one] for one in shown), caption=caption, total=len(several))
    lines = ([getattr(one, name, None) for name in columns] for one in shown)
    return table(columns, lines, caption=caption, total=len(several))


def brief(value: object, depth: int = 0) -> str:
    """A value in a few words; not escaped."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _bounded(value)
    if isinstance(value, bool | int | float):
        return repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if _is_record(value):
        known = (getattr(value, name) for name in _NAMES if name in value.FIELDS and name not in value.SECRET)
        parts = [brief(one, depth) for one in known if one is not value.ABSENT]
        return " ".join(parts) or type(value).__name__
    if depth >= _DEEPEST:
        return "…"
    if _is_map(value):
        return _several((f"{brief(key, depth + 1)}: {brief(one, depth + 1)}" for key, one in value.items()), len(value))
    if _is_sequence(value):
        return _several((brief(one, depth + 1) for one in value), len(value))
    return type(value).__name__


def _several(parts: Iterable[str], total: int) -> str:
    shown = [part for part, _ in zip(parts, range(MOST_PARTS), strict=False)]
    return _bounded(", ".join(shown), f"… ({total:,} in all)" if total > len(shown) else "")


def _bounded(text: str, end: str = "") -> str:
    if len(text) > LONGEST_TEXT:
        text, end = text[:LONGEST_TEXT], end or "…"
    return text + end


def _escaped(text: str) -> str:
    # Characters that turn the direction of a text around, or are no text at all, do so to what follows, too.
    return escape("".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text))


def _cell(value: object) -> str:
    return f'<td style="{_CELL}">{_escaped(brief(value))}</td>'


def _columns(several: Sequence[Any]) -> list[str]:
    kinds: set[type[object]] = {type(one) for one in several}
    if len(kinds) != 1 or not _is_record(several[0]):
        return []
    kind = several[0]
    able = [name for name in (*_COLUMNS, *kind.FIELDS) if name in kind.FIELDS and name not in kind.SECRET]
    simple = (str, bool, int, float, datetime.date)
    used = [name for name in dict.fromkeys(able) if any(isinstance(getattr(one, name), simple) for one in several)]
    return used[:_MOST_COLUMNS]


def _is_record(value: object) -> TypeGuard[Record]:
    return isinstance(getattr(value, "FIELDS", None), Mapping) and hasattr(value, "SECRET")


def _is_map(value: object) -> TypeGuard[Mapping[object, object]]:
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)
