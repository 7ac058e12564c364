"""What cannot be meant, looked for before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from abclient_api._runtime import Body, Model, Unset, WrittenId

F = TypeVar("F", bound=Mapping[str, Any])

MOST_IN_BULK = 100
"""How many objects one bulk call takes, as the vendor's document says."""


def not_empty(fields: F) -> F:
    """The fields of a change.

    Raises:
        ValueError: there are none.
    """
    if not fields.keys() - {"concurrency_key"}:
        raise ValueError("nothing to change: give at least one field")
    return fields


def several_ids(name: str, ids: object, most: int) -> None:
    """Look at a filter by ids.

    Raises:
        TypeError: one of them is not an id.
        ValueError: there are none, or more than the vendor takes.
    """
    if isinstance(ids, Unset):
        return
    found = list(cast("Iterable[object]", ids)) if isinstance(ids, Iterable) and not isinstance(ids, str) else [ids]
    for one in found:
        if not isinstance(one, int | WrittenId) or isinstance(one, bool):
            raise TypeError(f"{name} must be ids, which are whole numbers, not {one!r}")
    if not found:
        raise ValueError(f"{name} has no ids: leave it out for all")
    if len(found) > most:
        instead = "get_many reads any number" if name == "only" else f"make a call for each {most}"
        raise ValueError(f"{name} takes at most {most} ids, not {len(found)}: {instead}")


def bulk_ids(ids: Sequence[Any]) -> list[Any]:
    """The ids of a bulk call. Raises as ``several_ids``."""
    several_ids("item_ids", [WrittenId(one) if isinstance(one, str) else one for one in ids], MOST_IN_BULK)
    return list(ids)


def check_object(name: str, value: object) -> None:
    """Look at what stands for an object: a model, a mapping with the vendor's own JSON names, or nothing.

    Raises:
        TypeError: it is something else.
    """
    if value is not None and not isinstance(value, Unset | Model | Body | Mapping):
        raise TypeError(f"{name} must be a model or a mapping, not {type(value).__name__}")


def check_segments(segments: object) -> None:
    """Look at the filters of a report: each is a list.

    Raises:
        TypeError: one of them is something else.
    """
    fields = cast("Mapping[str, object]", segments) if isinstance(segments, Mapping) else dict[str, object]()
    for name, value in fields.items():
        if value is not None and (isinstance(value, str) or not isinstance(value, Sequence)):
            raise TypeError(f"segments.{name} must be a list, such as [{value!r}], not {value!r}")


def period(start: object, end: object) -> dict[str, datetime]:
    """The fields of a report's period.

    Raises:
        TypeError: one is not a datetime.
        ValueError: one has no time zone, or the end is before the start.
    """
    found: dict[str, datetime] = {}
    for name, field, value in (("start", "start_time", start), ("end", "end_time", end)):
        if value is None:
            continue
        if not isinstance(value, datetime):
            raise TypeError(f"{name} must be a datetime, not {type(value).__name__}")
        if value.utcoffset() is None:
            raise ValueError(f"{name} needs a time zone, such as datetime.UTC: {value!r}")
        found[field] = value
    if len(found) == 2 and found["start_time"] > found["end_time"]:
        raise ValueError("start must not be after end")
    return found
