"""Text that cannot control a terminal: vendors' text is shown, but control characters are not."""

from __future__ import annotations

import json
import re
from typing import Any, cast

_MARK = "\N{REPLACEMENT CHARACTER}"

_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks without a shape (Default_Ignorable_Code_Point) that Python still calls printable."""

_ESCAPED = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u02ff]")


def visible(letter: str) -> bool:
    """Whether a character is displayed in its place and does nothing else.

    Controls, escapes, direction marks, zero-width characters, unusual spaces and line ends, halves of surrogate pairs,
    and unassigned code points are not.
    """
    return letter.isprintable() and letter not in _INVISIBLE


def harmless(text: str) -> str:
    """The text with a mark in place of every invisible character, line ends included."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if visible(letter) else _MARK for letter in text)


def one_line(text: str) -> str:
    """The text on one line, with single spaces, and a mark in place of every invisible character."""
    return harmless(" ".join(text.split()))


def lines_of(text: str) -> str:
    """Our own text of several lines, such as a traceback, with each line made harmless."""
    return "\n".join(map(harmless, text.replace("\t", " ").split("\n")))


def json_text(document: object, *, indent: int | None = None, default: Any = None) -> str:
    """A document as JSON that is valid, equal to it, and harmless to terminals.

    Invisible characters are escaped, as are halves of surrogate pairs. NaN and infinities become null.
    """
    options: dict[str, Any] = {"ensure_ascii": False, "indent": indent, "default": default}
    try:
        text = json.dumps(document, allow_nan=False, **options)
    except ValueError:
        text = json.dumps(_finite(document), allow_nan=False, **options)
    return _ESCAPED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    letter = match[0]
    if visible(letter) or letter == "\n":  # in JSON text, line ends are between values only
        return letter
    return json.dumps(letter)[1:-1] if letter != "\x7f" else "\\u007f"


def _finite(value: object) -> object:
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, dict):
        return {key: _finite(one) for key, one in cast("dict[str, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in cast("list[object]", value)]
    return value
