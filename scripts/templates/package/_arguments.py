"""The arguments of a request as text: for its path, its query and its headers.

Callers need not be typed, and a wrong argument that is sent comes back as a vendor's error at best, or as an answer to
another question. So everything is looked at here, before anything is sent: each parameter has a reader, chosen by the
spec's type, which refuses what is of another type.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, cast
from urllib.parse import quote

from ._wire import moment_text

Reader: TypeAlias = Callable[[str, Any], "str | list[str]"]
"""Makes the argument of a parameter, whose name it is told, text; several values become several texts."""

# Most keys and ids need no encoding, and seeing that is five times faster than encoding.
_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+").fullmatch


def segment(name: str, value: str) -> str:
    """A text parameter as one segment of a path: no slash, dot or question mark in it can change the path.

    Raises:
        TypeError: it is no str.
        ValueError: it is empty, or ``.`` or ``..``, which a server or a proxy would resolve.
    """
    text(name, value)
    if not value:
        raise ValueError(f"{name} must not be empty")
    if value in {".", ".."}:
        raise ValueError(f"{name} must not be {value!r}")
    return _quoted(name, value)


class WrittenId(str):
    """An id that an answer has as text where the spec has an integer: ``0011`` is not 11, and ``a0b1-22`` no number.

    It goes out as it was written. Text that callers write is no such id, and is refused.
    """

    __slots__ = ()


def number(name: str, value: int | WrittenId) -> str:
    """An integer parameter as one segment of a path; an id that the vendor wrote as text, as it was written.

    Raises:
        TypeError: it is no int, or a bool.
        ValueError: it is negative.
    """
    if isinstance(value, WrittenId):
        return segment(name, value)
    return _whole(name, value, 0, None)


def query_string(*parameters: tuple[str, Any, Reader]) -> str:
    """A query, percent-encoded; None is left out, a list repeats its name.

    Raises:
        TypeError: a value is of another type than its reader takes.
        ValueError: it is of the right type, and impossible.
    """
    encoded: list[str] = []
    for name, value, reader in parameters:
        if value is None:
            continue
        found = reader(name, value)
        key = _quoted(name, name)
        encoded += [f"{key}={_quoted(name, one)}" for one in ([found] if isinstance(found, str) else found)]
    return "&".join(encoded)


def header_lines(*parameters: tuple[str, Any, Reader]) -> tuple[tuple[str, str], ...]:
    """Header parameters as text; None is left out. Raises as ``query_string``."""
    given = ((name, reader(name, value)) for name, value, reader in parameters if value is not None)
    return tuple((name, found) for name, found in given if isinstance(found, str))


def text(name: str, value: Any) -> str:
    """Text, as it is; also one that is none of the values that the vendor documents, which may have new ones."""
    if not isinstance(value, str):
        raise _wrong(name, "str", value)
    return value


def flag(name: str, value: Any) -> str:
    """True or False, in lower case."""
    if not isinstance(value, bool):
        raise _wrong(name, "bool", value)
    return "true" if value else "false"


def whole(least: int | None = None, most: int | None = None) -> Reader:
    """What reads a whole number between two bounds, which belong to it."""
    return lambda name, value: _whole(name, value, least, most)


def real(least: float | None = None, most: float | None = None) -> Reader:
    """What reads a number between two bounds, which belong to it."""

    def read(name: str, value: Any) -> str:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise _wrong(name, "float", value)
        if not math.isfinite(value):
            raise ValueError(f"{name} must be a finite number, not {value!r}")
        _within(name, value, least, most)
        return str(value)

    return read


def moment(name: str, value: Any) -> str:
    """A datetime with a time zone, in UTC."""
    if not isinstance(value, datetime.datetime):
        raise _wrong(name, "datetime", value)
    try:
        return moment_text(value)
    except ValueError as exc:
        raise ValueError(f"{name}: {exc}") from None


def day(name: str, value: Any) -> str:
    """A date; a moment is none, because which day it is depends on the time zone."""
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise _wrong(name, "date", value)
    return value.isoformat()


def several(reader: Reader) -> Reader:
    """What reads many values as ``reader`` reads one; a single value counts as one of them."""

    def read(name: str, value: Any) -> list[str]:
        many = isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping))
        items = cast("Iterable[Any]", value if many else [value])
        found = [reader(name, one) for one in items]
        return [one for one in found if isinstance(one, str)]

    return read


def joined(reader: Reader) -> Reader:
    """What reads many values as one text with commas between them; a single value counts as one of them."""
    each = several(reader)

    def read(name: str, value: Any) -> str:
        found = each(name, value)
        if any("," in one for one in found):
            raise ValueError(f"{name} must not contain commas, which separate its values")
        return ",".join(found)

    return read


def epoch(encode: Callable[[datetime.datetime], object]) -> Reader:
    """What reads a datetime with a time zone as a number since 1970, which ``encode`` makes of it."""

    def read(name: str, value: Any) -> str:
        moment(name, value)
        return str(encode(value))

    return read


def _whole(name: str, value: Any, least: int | None, most: int | None) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong(name, "int", value)
    _within(name, value, least, most)
    return str(int(value))


def _within(name: str, value: float, least: float | None, most: float | None) -> None:
    if least == 0 > value and most is None:
        raise ValueError(f"{name} must not be negative")
    if least is not None and value < least:
        raise ValueError(f"{name} must be {least} or more, not {value}")
    if most is not None and value > most:
        raise ValueError(f"{name} must be {most} or less, not {value}")


def _wrong(name: str, wanted: str, value: object) -> TypeError:
    return TypeError(f"{name} must be of type {wanted}, not {type(value).__name__}")


def _quoted(name: str, value: str) -> str:
    if _UNRESERVED(value):
        return value
    try:
        return quote(value, safe="")
    except UnicodeEncodeError:
        raise ValueError(f"{name} is not valid Unicode text") from None
