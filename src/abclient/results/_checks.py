"""What a row's fields may hold: what every table and file can hold and return unchanged.

A row is made once for every figure of a response, so each check first asks what nearly every value is.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

from attrs import Attribute

LARGEST_COUNT = 2**63 - 1
"""Of the 64 bits that tables have for whole numbers."""

_EXACT = 2**53
"""Up to here a float tells all whole numbers from one another."""


def is_text(instance: object, attribute: Attribute[Any], value: str) -> None:
    """Text, without half a surrogate pair."""
    if value.__class__ is not str:
        raise TypeError(f"{attribute.name} is {value!r}, not text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"{attribute.name} is {value!r}, which no file can hold: {error.reason}") from None


def is_text_if_given(instance: object, attribute: Attribute[Any], value: str | None) -> None:
    """Text or None."""
    if value is not None:
        is_text(instance, attribute, value)


def is_flag(instance: object, attribute: Attribute[Any], value: bool | None) -> None:
    """True, False or None."""
    if value is not None and value.__class__ is not bool:
        raise TypeError(f"{attribute.name} is {value!r}, not True or False")


def is_count(instance: object, attribute: Attribute[Any], value: int | None) -> None:
    """A whole number that 64 bits hold, or None."""
    if value is not None and (value.__class__ is not int or not 0 <= value <= LARGEST_COUNT):
        raise ValueError(f"{attribute.name} is {value!r}, not a whole number of units")


def is_number(instance: object, attribute: Attribute[Any], value: Any) -> None:
    """A finite float, or None; a whole number that no float holds exactly is refused, and others become floats."""
    if value is None:
        return
    if value.__class__ is not float:
        if isinstance(value, bool) or not isinstance(value, float | int):
            raise TypeError(f"{attribute.name} is {value!r}, not a float")
        if isinstance(value, int) and abs(value) > _EXACT:
            raise ValueError(f"{attribute.name} is {value!r}, which no float holds exactly")
        value = float(value)
        object.__setattr__(instance, attribute.name, value)
    if not math.isfinite(value):
        raise ValueError(f"{attribute.name} is {value!r}; None says that there is no number")


def is_time(instance: object, attribute: Attribute[Any], value: datetime | None) -> None:
    """A time with a zone, or None; it becomes one in UTC, which alone equals itself at the end of summer time."""
    if value is None or (value.__class__ is datetime and value.tzinfo is UTC):
        return
    if not isinstance(value, datetime):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
        raise TypeError(f"{attribute.name} is {value!r}, not a time")
    if value.tzinfo is None or value.utcoffset() is None:
        raise ValueError(f"{attribute.name} has no time zone; give it one, such as datetime.UTC")
    try:
        there = value.astimezone(UTC)
        plain = datetime(*there.timetuple()[:6], there.microsecond, UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{attribute.name} is {value!r}, outside of the years 1 to 9999 in UTC") from error
    if plain != there:  # pandas counts in nanoseconds
        raise ValueError(f"{attribute.name} is {value!r}, finer than a microsecond")
    object.__setattr__(instance, attribute.name, plain)


def is_known_time(instance: object, attribute: Attribute[Any], value: datetime) -> None:
    """A time with a zone; it becomes one in UTC."""
    if value is None:  # pyright: ignore[reportUnnecessaryComparison]  # callers need not be typed
        raise TypeError(f"{attribute.name} is missing")
    is_time(instance, attribute, value)
