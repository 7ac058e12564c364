"""How single values look in JSON, queries and paths, in both directions.

Reading never fails: what cannot be understood becomes None here, and stays as it was in the model's JSON.
"""

from __future__ import annotations

import base64
import datetime
import json
import math
from typing import Any

_from_iso = datetime.datetime.fromisoformat
# What json.loads calls in the end; its own checks take as long as reading a short text does.
_read_json = json.JSONDecoder().raw_decode
_JSON_BEGINS = '{["-0123456789tfnIN'

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

# What a text lacks is filled from one of these, so that a text which lacks something shows itself.
_FILLERS = (datetime.datetime(1904, 2, 2), datetime.datetime(2001, 1, 1))


def to_datetime(value: Any) -> datetime.datetime | None:
    """Read a point in time; always aware, a text without time zone is taken as UTC."""
    try:
        moment = _from_iso(value)
    except (TypeError, ValueError):
        return _odd_datetime(value)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=datetime.UTC)
    # Else who compares it, or writes it in UTC, would meet an OverflowError.
    return moment if 1 < moment.year < 9999 else _in_utc(moment)


def _in_utc(moment: datetime.datetime) -> datetime.datetime | None:
    """The same moment, unless UTC has no such year: then it is None, as everything that cannot be understood."""
    try:
        moment.astimezone(datetime.UTC)
    except OverflowError:
        return None
    return moment


def to_date(value: Any) -> datetime.date | None:
    """Read a date; of a point in time, the date as written."""
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        moment = to_datetime(value)
        return moment.date() if moment else None


def _odd_datetime(value: Any) -> datetime.datetime | None:
    if not isinstance(value, str):
        return None
    from dateutil import parser  # imported where it is needed, because it is slow to import and hardly ever needed

    # A text that is a whole date gives the same date with two different defaults; anything else is no date.
    try:
        one, other = (parser.parse(value, default=filler, tzinfos=_zone) for filler in _FILLERS)
    except Exception:  # it raises what Python raises inside of it, decimals' errors and AttributeErrors among them
        return None
    if one.date() != other.date():
        return None
    return _in_utc(one if one.tzinfo else one.replace(tzinfo=datetime.UTC))


def _zone(name: str | None, offset: int | None) -> datetime.tzinfo:
    # Without this, dateutil drops names of zones that it does not know, and 12:00 EST would become 12:00 UTC.
    if offset is not None:
        return datetime.timezone(datetime.timedelta(seconds=offset))
    if name in {None, "UTC", "GMT", "Z"}:
        return datetime.UTC
    raise ValueError("unknown time zone")


def moment_text(value: datetime.datetime) -> str:
    """Write an aware datetime as ISO 8601 in UTC with a Z.

    Raises:
        ValueError: it has no time zone, or is before the year 1 or after the year 9999 in UTC.
    """
    try:
        return _aware(value).astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        raise ValueError("the datetime is in no year of UTC that can be written") from None


def _aware(value: datetime.datetime) -> datetime.datetime:
    if value.utcoffset() is None:
        raise ValueError("a datetime without time zone is ambiguous; give it one, such as datetime.UTC")
    return value


def from_epoch_seconds(value: Any) -> datetime.datetime | None:
    """Read seconds since 1970; 0 means that there is none."""
    seconds = from_numeric_string(value)
    try:
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC) if seconds else None
    except (ValueError, OverflowError, OSError):
        return None


def to_epoch_seconds(value: datetime.datetime | None) -> int | float | None:
    """Write an aware datetime as seconds since 1970; whole seconds as an integer."""
    if value is None:
        return None
    seconds = _aware(value).timestamp()
    return int(seconds) if seconds.is_integer() else seconds


def from_epoch_milliseconds(value: Any) -> datetime.datetime | None:
    """Read milliseconds since 1970; 0 means that there is none."""
    milliseconds = from_numeric_string(value)
    return from_epoch_seconds(milliseconds / 1000) if milliseconds else None


def to_epoch_milliseconds(value: datetime.datetime | None) -> int | None:
    """Write an aware datetime as whole milliseconds since 1970."""
    return None if value is None else round((_aware(value) - _EPOCH) / datetime.timedelta(milliseconds=1))


def from_numeric_string(value: Any) -> float | None:
    """Read a number that may be written as text; NaN is none, and would look like a change, as it equals nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return None if math.isnan(number) else number


def to_numeric_string(value: float | None) -> str | None:
    """Write a number as text; a whole number without decimal point."""
    if value is None:
        return None
    return str(int(value)) if float(value).is_integer() else str(float(value))


def from_json_string(value: Any) -> Any:
    """Read JSON held in a text; a text that is not JSON stays as it is, and so does anything else."""
    if not isinstance(value, str):
        return value
    text = value.strip(" \t\r\n")
    # Most texts that are no JSON are one word, and an exception takes longer than all the other fields of a model.
    if text[:1] not in _JSON_BEGINS:
        return value
    try:
        found, end = _read_json(text)
    except (ValueError, RecursionError):
        return value
    return found if end == len(text) else value


def to_json_string(value: Any) -> str | None:
    """Write nested lists and dicts as JSON in a text; a str is taken as being that text."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_base64(value: Any) -> bytes | None:
    """Read bytes written as base64, in one line or in several."""
    try:
        return base64.b64decode("".join(value.split()), validate=True)
    except (AttributeError, TypeError, ValueError):
        return None


def to_base64(value: bytes | None) -> str | None:
    """Write bytes as base64 in one line."""
    return None if value is None else base64.b64encode(value).decode("ascii")
