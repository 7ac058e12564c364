"""Reading what callers send: every kind says in a table which fields it takes and of which type."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeGuard, cast

from .vendor import RefusedError

Reader = Callable[[object, str], Any]
"""Takes a value and its place in the body; gives the value to keep, or refuses it with 400 and its place."""


@dataclass(frozen=True)
class Field:
    """One field of a kind.

    Attributes:
        read: checks a value.
        required: whether a new document needs it.
        default: what a new document has without it; None for nothing.
        nullable: whether null empties it, or counts as not sent; it never does for what is required.
    """

    read: Reader
    required: bool = False
    default: Any = None
    nullable: bool = True

    def fresh(self) -> Any:
        """The default, in a copy of its own where it could be changed."""
        changeable = isinstance(self.default, list | dict)
        return deepcopy(self.default) if changeable else self.default


Shape = Mapping[str, Field]


def is_map(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is an object of JSON."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether it is a list of JSON."""
    return isinstance(value, list)


def required(read: Reader) -> Field:
    """A field that a new document needs."""
    return Field(read, required=True)


def optional(read: Reader, default: Any = None) -> Field:
    """A field that may be left out."""
    return Field(read, default=default)


def read_new(shape: Shape, body: object, where: str = "") -> dict[str, Any]:
    """A new document from a body, with its defaults; fields the kind does not know are passed over."""
    values = _object(body, where)
    missing = [name for name, field in shape.items() if field.required and values.get(name) is None]
    if missing:
        raise RefusedError(400, f"{_place(where, missing[0])} is required")
    defaults = {name: field.fresh() for name, field in shape.items() if field.default is not None}
    sent = {name: value for name, value in values.items() if value is not None or not _may_be_null(shape, name)}
    return defaults | read_changes(shape, sent, where)


def _may_be_null(shape: Shape, name: str) -> bool:
    return name not in shape or shape[name].nullable


def read_changes(shape: Shape, body: object, where: str = "") -> dict[str, Any]:
    """The fields of a body that the kind knows; null empties one that is neither required nor declared without null."""
    changes: dict[str, Any] = {}
    for name, value in _object(body, where).items():
        field = shape.get(name)
        if field is None:
            continue
        if value is not None:
            changes[name] = field.read(value, _place(where, name))
        elif field.required or not field.nullable:
            raise RefusedError(400, f"{_place(where, name)} must not be null")
        else:
            changes[name] = field.fresh()
    return changes


def text(value: object, where: str) -> str:
    """A string."""
    return cast("str", _typed(value, where, str, "a string"))


def name_text(value: object, where: str) -> str:
    """A string with something in it."""
    if not text(value, where).strip():
        raise RefusedError(400, f"{where} must not be empty")
    return cast("str", value)


def day(value: object, where: str) -> str:
    """A day as year-month-day."""
    written = text(value, where)
    try:
        known = date.fromisoformat(written).isoformat() == written  # it also reads other forms
    except ValueError:
        known = False
    if not known:
        raise RefusedError(400, f"{where} must be a day, such as 2026-01-31")
    return written


def boolean(value: object, where: str) -> bool:
    """A boolean."""
    return cast("bool", _typed(value, where, bool, "a boolean"))


def integer(value: object, where: str) -> int:
    """An integer of 64 bits."""
    if isinstance(value, bool) or not isinstance(value, int) or not -(2**63) <= value < 2**63:
        raise RefusedError(400, f"{where} must be an integer")
    return value


def basis_points(value: object, where: str) -> int:
    """An integer between 0 and 10000, in hundredths of a percent."""
    if not 0 <= integer(value, where) <= 10_000:
        raise RefusedError(400, f"{where} must be between 0 and 10000")
    return cast("int", value)


def number(value: object, where: str) -> float:
    """A number, of a size that the arithmetic of results can bear."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1e15 < value < 1e15:
        raise RefusedError(400, f"{where} must be a number")
    return value


def anything(value: object, where: str) -> object:
    """Whatever JSON has at this place."""
    return value


def conditions(value: object, where: str) -> str:
    """Conditions: a string that holds JSON, or names everyone."""
    written = text(value, where)
    if written in {"", "everyone"}:
        return written
    try:
        json.loads(written)
    except (ValueError, RecursionError):
        raise RefusedError(400, f"{where} must be JSON in a string") from None
    return written


def one_of(*values: str) -> Reader:
    """One of several strings."""

    def read(value: object, where: str) -> str:
        if not isinstance(value, str) or value not in values:
            raise RefusedError(400, f"{where} must be one of {', '.join(values)}")
        return value

    return read


def list_of(reader: Reader) -> Reader:
    """A list."""

    def read(value: object, where: str) -> list[Any]:
        items = cast("list[object]", _typed(value, where, list, "a list"))
        return [reader(item, f"{where}[{index}]") for index, item in enumerate(items)]

    return read


def map_of(reader: Reader) -> Reader:
    """An object whose keys are data."""

    def read(value: object, where: str) -> dict[str, Any]:
        return {key: reader(item, f"{where}.{key}") for key, item in _object(value, where).items()}

    return read


def record(shape: Shape) -> Reader:
    """An object with fields of its own."""
    return lambda value, where: read_new(shape, value, where)


def partial(shape: Shape) -> Reader:
    """An object of which some fields are sent."""
    return lambda value, where: read_changes(shape, value, where)


def _object(value: object, where: str) -> dict[str, object]:
    return cast("dict[str, object]", _typed(value, where or "The request body", dict, "an object"))


def _typed(value: object, where: str, kind: type, called: str) -> object:
    if not isinstance(value, kind):
        raise RefusedError(400, f"{where} must be {called}")
    return value


def _place(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
