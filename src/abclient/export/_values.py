"""Values of manifests and journals, checked: they decide what is written, renamed and removed.

What there is one of for each key is checked column by column: in Python, a check for each value would be most of the
time that it takes to read a large export.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Any, TypeVar, cast

from ..results import ExperimentKey
from ._codecs import CODECS
from ._columns import read_columns
from ._manifest import DONE_COLUMNS, CompletedKey, HistoryPart, Part, Run, Snapshot

_MOST = 2**53
"""No export counts further, and file names with numbers of hundreds of digits are too long."""

_DIGEST = re.compile(r"([0-9a-f]{16})?")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")

T = TypeVar("T")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, in which no name is there twice."""
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("a name is there twice")
    return document


def refuse(word: str) -> None:
    """Refuse what JSON does not have, such as NaN."""
    raise ValueError(word)


def fields_of(value: Any, checks: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    """The values of an object that has exactly these keys."""
    document = as_object(value)
    if document.keys() != checks.keys():
        raise ValueError(f"it has {sorted(document)}, not {sorted(checks)}")
    found: dict[str, Any] = {}
    for name, check in checks.items():
        try:
            found[name] = check(document[name])
        except (ValueError, TypeError) as error:
            raise ValueError(f"{name}: {error}") from error
    return found


def as_object(value: Any) -> dict[str, Any]:
    """A dictionary."""
    if type(value) is not dict:
        raise ValueError(f"{value!r:.40} is not an object")
    return cast("dict[str, Any]", value)


def as_list(value: Any) -> list[Any]:
    """A list."""
    if type(value) is not list:
        raise ValueError(f"{value!r:.40} is not a list")
    return value  # pyright: ignore[reportUnknownVariableType]  # what JSON has in it


def text(value: Any) -> str:
    """A text."""
    if type(value) is not str:
        raise ValueError(f"{value!r:.40} is not text")
    return value


def flag(value: Any) -> bool:
    """True or False."""
    if type(value) is not bool:
        raise ValueError(f"{value!r:.40} is neither true nor false")
    return value


def whole(value: Any, least: int = 0) -> int:
    """A whole number."""
    if type(value) is not int or not least <= value <= _MOST:
        raise ValueError(f"{value!r:.40} is not a whole number from {least} to {_MOST}")
    return value


def positive(value: Any) -> int:
    """A whole number from 1 on."""
    return whole(value, 1)


def time(value: Any) -> datetime:
    """A time in UTC."""
    found = datetime.fromisoformat(text(value))
    if found.utcoffset() is None:
        raise ValueError(f"{value!r} has no time zone")
    return found.astimezone(UTC)


def matching(pattern: re.Pattern[str]) -> Callable[[Any], str]:
    """What checks that a text is of this form."""

    def check(value: Any) -> str:
        if not pattern.fullmatch(text(value)):
            raise ValueError(f"{value!r:.40}")
        return cast("str", value)

    return check


def optional(check: Callable[[Any], T]) -> Callable[[Any], T | None]:
    """What also takes None."""
    return lambda value: None if value is None else check(value)


def file_format(value: Any) -> str:
    """The name of a format."""
    if text(value) not in CODECS:
        raise ValueError(f"{value!r} is not a format")
    return cast("str", value)


def list_of(check: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    """What checks each of a list."""
    return lambda value: tuple(map(check, as_list(value)))


def texts(value: Any) -> dict[str, str]:
    """Texts by key."""
    return _all(as_object(value), str)


def counts(value: Any, least: int = 1) -> dict[str, int]:
    """Whole numbers by key."""
    document = as_object(value)
    _whole_numbers(document.values(), least)
    return document


def changed(check: Callable[[Any], dict[str, T]]) -> Callable[[Any], dict[str, T | None]]:
    """What checks values by key, of which None says that the key is gone."""

    def checked(value: Any) -> dict[str, T | None]:
        document = as_object(value)
        found = check({key: one for key, one in document.items() if one is not None})
        return {key: found.get(key) for key in document}

    return checked


def completed(value: Any) -> dict[str, CompletedKey]:
    """Completed keys, in columns."""
    keys, columns = read_columns(as_object(value), DONE_COLUMNS)
    run, status, version, allocation, error, *experiment = columns
    _whole_numbers(run, 1)
    for column in (status, version, error):
        _of_types(column, str, type(None))
    found = zip(run, _once(status), version, _experiments(experiment), _allocations(allocation), error, strict=True)
    return dict(zip(keys, map(CompletedKey._make, found), strict=True))


def snapshots(value: Any) -> dict[str, Snapshot]:
    """The newest snapshot of each key, in columns."""
    keys, (run, digest) = read_columns(as_object(value), Snapshot._fields)
    _whole_numbers(run, 1)
    _of_types(digest, str)
    if not all(map(_DIGEST.fullmatch, digest)):
        raise ValueError("a digest of a snapshot")
    return dict(zip(keys, map(Snapshot._make, zip(run, digest, strict=True)), strict=True))


def runs_by_key(value: Any) -> dict[str, tuple[int, ...]]:
    """Numbers of runs by key."""
    document = as_object(value)
    _of_types(document.values(), list)
    _whole_numbers(list(chain.from_iterable(document.values())), 1)
    return {key: tuple(runs) for key, runs in document.items()}


def as_run(value: Any) -> Run:
    """A run."""
    return Run(**fields_of(value, {"number": positive, "started": time, "finished": optional(time)}))


def as_part(value: Any, least: int = 1) -> Part:
    """A part, whose keys have at least this number of rows."""
    return Part(**fields_of(value, {**_STORED, "keys": lambda keys: counts(keys, least)}))


def as_history_part(value: Any) -> HistoryPart:
    """A file of snapshots."""
    return HistoryPart(**fields_of(value, {**_STORED, "first_run": positive, "last_run": positive}))


def _of_types(values: Collection[Any], *types: type) -> set[type]:
    found = set(map(type, values))
    if strange := found.difference(types):
        raise ValueError(f"{sorted(one.__name__ for one in strange)} in place of {types[0].__name__}")
    return found


def _all(document: dict[str, Any], kind: type[T]) -> dict[str, T]:
    _of_types(document.values(), kind)
    return document


def _whole_numbers(values: Collection[Any], least: int) -> None:
    _of_types(values, int)
    if values and not (least <= min(values) and max(values) <= _MOST):
        raise ValueError(f"a number that is not from {least} to {_MOST}")


def _experiments(columns: Sequence[Sequence[Any]]) -> Sequence[ExperimentKey | None]:
    vendor, project, environment, experiment_id, account = columns
    for column in columns:
        _of_types(column, str, type(None))
    if any((one is None) != (other is None) for one, other in zip(vendor, experiment_id, strict=True)):
        raise ValueError("an experiment without its vendor or id")
    found = zip(_once(vendor), _once(project), _once(environment), experiment_id, _once(account), strict=True)
    return [None if one[0] is None else ExperimentKey._make(one) for one in found]


def _once(column: Sequence[T]) -> Sequence[T]:
    """The same, with equal texts as one: there are few in it, and each takes as much memory as a long number."""
    known: dict[T, T] = {}
    return [known.setdefault(one, one) for one in column]


def _allocations(column: Sequence[Any]) -> Sequence[Mapping[str, float] | None]:
    _of_types(column, dict, type(None))
    shares = list(chain.from_iterable(one.values() for one in column if one))
    kinds = _of_types(shares, float, int)
    if shares and not (min(shares) >= 0 and max(shares) < math.inf):
        raise ValueError("a share that is negative or infinite")
    if int not in kinds:
        return column
    return [one and {key: float(share) for key, share in one.items()} for one in column]


_STORED: Mapping[str, Callable[[Any], Any]] = {
    "file": text,
    "rows": positive,
    "bytes": positive,
    "sha256": matching(_CHECKSUM),
}
