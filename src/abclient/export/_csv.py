"""CSV of RFC 4180: cells as text, and back. An empty text is ``""``, and a missing value is an empty field.

The standard library's reader tells the two apart only from Python 3.13 on, and cells of any length only by a limit that
the whole process shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MARK = "\ufeff"
"""The byte order mark, by which spreadsheets recognize UTF-8."""

_CELL = re.compile(r'(?:"((?:[^"]++|"")*+)"|([^",\r\n]*+))(,|\r\n|\Z)')
_QUOTED = re.compile(r'[",\r\n]')

# Spreadsheets treat a cell that begins like this as a formula; those that split cells at semicolons or tabs begin cells
# there, and remove quotes at the beginning.
_SIGNS = r"=+\-@\uff0b\uff0d\uff1d\uff20"
_BEFORE_FORMULA = re.compile(rf"\A(?='*[{_SIGNS}\t\r\n])|([;\t\r\n]\"*+)(?='*[{_SIGNS}])")
_DEFUSED = re.compile(rf"\A'(?='*[{_SIGNS}\t\r\n])|([;\t\r\n]\"*+)'(?='*[{_SIGNS}])")
_NEGATIVE = re.compile(r"-\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def cell(text: str) -> str:
    """The cell of a text."""
    if text == "" or _QUOTED.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def records(content: str) -> Iterator[list[str | None]]:
    """The cells of each line; one without anything, quotes included, is None.

    Raises:
        ValueError: it is not CSV.
    """
    cells: list[str | None] = []
    place = 0
    while place < len(content):
        found = _CELL.match(content, place)
        if found is None:
            raise ValueError(f"not CSV: character {place} is out of place")
        quoted, plain, end = found.groups()
        cells.append(plain or None if quoted is None else quoted.replace('""', '"'))
        place = found.end()
        if end != ",":
            yield cells
            cells = []
    if cells:
        raise ValueError("not CSV: the last line is truncated")


def defused(text: str) -> str:
    """The text with an apostrophe where a spreadsheet would begin a formula; a negative number stays one."""
    return text if _NEGATIVE.fullmatch(text) else _BEFORE_FORMULA.sub(r"\1'", text)


def original(text: str) -> str:
    """The text that ``defused`` was given."""
    return _DEFUSED.sub(r"\1", text)
