"""Reading request bodies: which fields may be written, and what each must look like.

A table has one check per writable field. Fields that are in no table are ignored: the vendor's own client sends the
parent's id along, whole resources come back with their read-only fields, and the vendor says that its documentation
lists only a part of the fields there are, so an unknown one cannot be told from a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, cast

from ..vendor import Call, RefusedError
from ..world import Document

Check = Callable[[str, object], object]
"""Takes a field's name and value and returns the value to keep; raises RefusedError with 400 and the name."""

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def read(call: Call, checks: Mapping[str, Check], *, required: Collection[str] = ()) -> Document:
    """The writable fields that a body has; 400 if it is not an object or lacks a required field."""
    return _read_object(call.json(), checks, required, "The request body", "")


def object_of(checks: Mapping[str, Check], *, required: Collection[str]) -> Check:
    """An object inside a body; what it has beyond its writable fields is ignored too."""
    return lambda name, value: _read_object(value, checks, required, name, f"{name}.")


def _read_object(
    value: object, checks: Mapping[str, Check], required: Collection[str], name: str, prefix: str
) -> Document:
    if not isinstance(value, dict):
        raise RefusedError(400, f"{name} must be an object")
    fields = cast("dict[str, Any]", value)
    for field in required:
        if fields.get(field) is None:
            raise RefusedError(400, f"{prefix}{field} is required")
    return {field: check(prefix + field, fields[field]) for field, check in checks.items() if field in fields}


def string(name: str, value: object) -> object:
    """Any text."""
    if not isinstance(value, str):
        raise RefusedError(400, f"{name} must be a string")
    return value


def text(name: str, value: object) -> object:
    """Text that is not empty."""
    if not string(name, value):
        raise RefusedError(400, f"{name} must not be empty")
    return value


def boolean(name: str, value: object) -> object:
    """True or false."""
    if not isinstance(value, bool):
        raise RefusedError(400, f"{name} must be a boolean")
    return value


def integer(name: str, value: object) -> object:
    """An integer of 64 bits."""
    if not isinstance(value, int) or isinstance(value, bool) or not -(2**63) <= value < 2**63:
        raise RefusedError(400, f"{name} must be an integer")
    return value


def basis_points(name: str, value: object) -> object:
    """A share of traffic; 10000 is all of it."""
    if not 0 <= cast("int", integer(name, value)) <= 10_000:
        raise RefusedError(400, f"{name} must be from 0 to 10000")
    return value


def moment(name: str, value: object) -> object:
    """A time in UTC, to the second."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value) or not _exists(value):
        raise RefusedError(400, f"{name} must be a time such as 2015-01-01T08:00:00Z")
    return value


def _exists(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


def one_of(*accepted: str | int) -> Check:
    """One of a few values."""

    def check(name: str, value: object) -> object:
        # 1 == True == 1.0 in Python, so that membership alone is not enough.
        if type(value) not in {str, int} or value not in accepted:
            raise RefusedError(400, f"{name} must be one of {', '.join(map(str, accepted))}")
        return value

    return check


def nullable(check: Check) -> Check:
    """The same, or null."""
    return lambda name, value: None if value is None else check(name, value)


def list_of(check: Check) -> Check:
    """A list of values."""

    def check_all(name: str, value: object) -> object:
        if not isinstance(value, list):
            raise RefusedError(400, f"{name} must be a list")
        return [check(f"{name}[{place}]", item) for place, item in enumerate(cast("list[object]", value))]

    return check_all


def set_of(check: Check) -> Check:
    """A list of values, of which each counts once."""
    check_all = list_of(check)
    return lambda name, value: list(dict.fromkeys(cast("list[Any]", check_all(name, value))))
