"""Values as they are in responses, read with care into what rows and experiments hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import MINYEAR, UTC, datetime
from typing import Any

from ._checks import LARGEST_COUNT
from ._row import COLUMNS, REQUIRED, ExperimentInfo, Kind, ResultRow

_ROUNDING = 1e-9
"""How far a sum of probabilities may be from what it should be, by rounding."""

_STATUSES = {
    **dict.fromkeys(("not started", "not_started", "draft", "scheduled"), "not_started"),
    **dict.fromkeys(("running", "active"), "running"),
    **dict.fromkeys(("paused", "campaign_paused"), "paused"),
    **dict.fromkeys(("stopped", "completed", "concluded"), "ended"),
    "archived": "archived",
}
STATUSES = tuple(dict.fromkeys(_STATUSES.values()))
"""Those that all vendors share."""


def status_of(word: Any) -> Any:
    """A vendor's status in the terms shared by all vendors; an unknown one is left unchanged."""
    return _STATUSES.get(word.lower(), word) if isinstance(word, str) else word


def translated(word: Any, words: Mapping[str, str]) -> Any:
    """A vendor's word in the terms shared by all vendors; any other value is left unchanged."""
    return words.get(word, word) if isinstance(word, str) else word


def as_text(value: Any) -> str | None:
    """A name or an id; empty ones are None. Whole numbers become text, as ids are whole numbers for some vendors.

    Raises:
        ValueError: it is something else, or a float that may have lost digits of an id.
    """
    if value.__class__ is not str:
        if value is None:
            return None
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            raise ValueError(f"{value!r}, not text or a whole number")
        value = "".join(value)  # that of a subclass, such as an enumeration's member
    text: str = value
    # Lone surrogates, which JSON can hold, could be written to no file.
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def as_flag(value: Any) -> bool | None:
    """True, False or None; also 0 and 1, as PHP writes them.

    Raises:
        ValueError: it is something else.
    """
    if value is None or value in (0, 1):
        return None if value is None else bool(value)
    raise ValueError(f"{value!r}, not true or false")


def as_number(value: Any) -> float | None:
    """A number, also one written as text; infinities and NaN become None.

    Raises:
        ValueError: it is something else.
    """
    if value is None:
        return None
    if value.__class__ is float:
        return value if math.isfinite(value) else None
    if isinstance(value, bool):
        raise ValueError(f"{value!r}, not a number")  # noqa: TRY004  # one error for all malformed values
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{value!r}, not a number") from None
    return found if math.isfinite(found) else None


def _is_digits(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= len(str(LARGEST_COUNT)) and value.isascii() and value.isdigit()


def as_count(value: Any) -> int | None:
    """A whole number, also one written as text or with a decimal point.

    Raises:
        ValueError: it is something else, negative, or too large for 64 bits.
    """
    if value is None:
        return None
    # Not by way of a float, which would lose digits.
    found = int(value) if type(value) is int or _is_digits(value) else as_number(value)
    if found is None:
        return None
    if found != int(found) or not 0 <= found <= LARGEST_COUNT:
        raise ValueError(f"{value!r}, not a whole number of units")
    return int(found)


def as_fraction(value: Any) -> float | None:
    """A number from 0 to 1.

    Raises:
        ValueError: it is something else, such as a percentage.
    """
    found = as_number(value)
    if found is None or 0 <= found <= 1:
        return found
    if not -_ROUNDING <= found <= 1 + _ROUNDING:
        raise ValueError(f"{value!r}, not from 0 to 1")
    return float(found > 1)


def as_estimate(value: Any) -> int | None:
    """A number of units, in whole ones; the largest number of 64 bits says that there is none.

    Raises:
        ValueError: it is something else, or negative.
    """
    found = as_number(value)
    return None if found is None or found >= LARGEST_COUNT else as_count(math.ceil(found))


def as_time(value: Any) -> datetime | None:
    """A point in time, in UTC. The year 1 means unset: it is Go's zero time, and vendors write servers in Go.

    Raises:
        ValueError: it is something else, or has no time zone.
    """
    if value is None or (isinstance(value, datetime) and value.year == MINYEAR):
        return None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise ValueError(f"{value!r}, not a time with a time zone")
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{value!r}, outside of the years 1 to 9999") from None


_READERS: dict[Kind, Callable[[Any], Any]] = {
    "text": lambda value: as_text(value) or None,
    "flag": as_flag,
    "count": as_count,
    "number": as_number,
    "time": as_time,
}


_READER_OF: dict[str, Callable[[Any], Any]] = {
    **{name: _READERS[kind] for name, kind in COLUMNS.items()},
    **dict.fromkeys(("probability", "threshold", "interval_level"), as_fraction),
    "units_remaining": as_estimate,
}


def as_info(**values: object) -> ExperimentInfo:
    """An experiment from values as they are in a response; an id that is a number becomes text.

    Raises:
        ValueError: a value is malformed; the error names the field.
    """
    return ExperimentInfo(**as_values(values, f"{values['vendor']} experiment {values['experiment_id']}"))


def info_of(vendor: str, given: ExperimentInfo | int) -> ExperimentInfo:
    """An experiment of which no more is given than this, or than its id."""
    return given if isinstance(given, ExperimentInfo) else ExperimentInfo(vendor=vendor, experiment_id=str(given))


def as_row(values: Mapping[str, object], what: str = "the row") -> ResultRow:
    """A row of values as they are in an answer; an id that is a number becomes text, a missing one None.

    Args:
        values: by field; fields that are left out are None.
        what: what the row is, for the error.

    Raises:
        ValueError: a value is malformed; the error names the field.
    """
    return ResultRow(**as_values(values, what))


def as_values(values: Mapping[str, object], what: str) -> dict[str, Any]:
    """The values of a row's or an experiment's fields; arguments and errors as for ``as_row``."""
    read: dict[str, Any] = {}
    for name, value in values.items():
        reader: Callable[[Any], Any] = _READER_OF.get(name, as_time)
        try:
            read[name] = None if value is None else reader(value)
        except ValueError as error:
            raise ValueError(f"{what}: {name} is {error}") from None
        if read[name] is None and name in REQUIRED:
            raise ValueError(f"{what}: {name} is missing")
    return read
