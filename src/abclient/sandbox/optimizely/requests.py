"""What a request for results asks for: which time, which segment, which baseline."""

from __future__ import annotations

import base64
import binascii
import json
import time
from dataclasses import dataclass
from typing import Any, cast

from starlette.datastructures import QueryParams

from ..vendor import RefusedError
from ..world import Document
from . import store

_SEGMENTS = {
    "browser": frozenset({"firefox", "chrome", "internet_explorer", "opera", "safari"}),
    "device": frozenset({"desktop", "ipad", "iphone", "mobile", "tablet"}),
    "source": frozenset({"campaign", "direct", "referral", "search"}),
}
_MATCHES = ("exact", "substring", "prefix", "regex")
_OPERATORS = ("and", "or", "not")


@dataclass(frozen=True)
class Period:
    """A time, in seconds since 1970, and the whole time the experiment ran, of which it is a part."""

    start: float
    end: float
    first: float
    last: float

    @property
    def is_complete(self) -> bool:
        """Whether it is all of the time."""
        return (self.start, self.end) == (self.first, self.last)


def period_of(document: Document, until: float | None, query: QueryParams) -> Period | None:
    """The time that is asked for, as far as there are results; None when there are none.

    A start that is asked for is rounded up to five minutes, an end is rounded down. A reply never goes further than
    now, or than the time the experiment last ran.
    """
    asked_start, asked_end = query.get("start_time"), query.get("end_time")
    start = store.rounded_up(store.seconds_of("start_time", asked_start)) if asked_start else None
    end = store.rounded_down(store.seconds_of("end_time", asked_end)) if asked_end else None
    if start is not None and end is not None and start > end:
        raise RefusedError(400, "start_time must be before end_time")
    if "earliest" not in document:
        return None
    first = store.seconds(document["earliest"])
    last = max(first, time.time() if until is None else until)
    begun = max(first, start) if start is not None else first
    ended = min(last, end) if end is not None else last
    if begun > ended or (begun == ended and (asked_start or asked_end)):
        return None
    return Period(begun, ended, first, last)


def segment_of(query: QueryParams) -> str:
    """The requested segment, as text; empty for all visitors; 400 for one that does not exist, or for two."""
    found = [f"{name}={_listed(name, query[name])}" for name in _SEGMENTS if name in query]
    if "attribute_id" in query or "attribute_value" in query:
        if not (query.get("attribute_id", "").isdecimal() and "attribute_value" in query):
            raise RefusedError(400, "attribute_id, an integer, and attribute_value must be sent together")
        found.append(f"{query['attribute_id']}={query['attribute_value']}")
    if "segment_conditions" in query:
        found.append(_conditions(query["segment_conditions"]))
    if len(found) > 1:
        raise RefusedError(400, "Segments exclude each other: ask for one of them")
    return found[0] if found else ""


def _listed(name: str, value: str) -> str:
    if value not in _SEGMENTS[name]:
        raise RefusedError(400, f"{name} must be one of {', '.join(sorted(_SEGMENTS[name]))}")
    return value


def _conditions(written: str) -> str:
    document = _read(written)
    _check(document)
    return json.dumps(document, sort_keys=True)


def _read(written: str) -> object:
    try:
        if not written.lstrip().startswith(("[", "{")):
            written = base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)).decode()
        document: object = json.loads(written)
    except (ValueError, binascii.Error, RecursionError):
        raise RefusedError(400, "segment_conditions must be JSON, as it is or as URL-safe Base64") from None
    return document


def _check(document: object) -> None:
    """Refuse what is neither ``[operator, condition, ...]`` nor a condition on an attribute."""
    if isinstance(document, list):
        operator, *operands = cast("list[object]", document) or [""]
        if operator not in _OPERATORS or not operands:
            raise RefusedError(400, f"segment_conditions must have one of {', '.join(_OPERATORS)} first")
        for operand in operands:
            _check(operand)
        return
    condition = cast("dict[str, Any]", document if isinstance(document, dict) else {})
    attribute, value = condition.get("attribute_id"), condition.get("attribute_value")
    known = condition.get("match_type", "exact") in _MATCHES
    if not (isinstance(attribute, int | str) and isinstance(value, str) and known):
        raise RefusedError(400, "segment_conditions must be [operator, ...] or {attribute_id, attribute_value}")


def baseline_of(experiment: Document, query: QueryParams) -> int:
    """The place of the variation that the others are compared with."""
    ids = [str(variation["variation_id"]) for variation in experiment["variations"]]
    asked = query.get("baseline_variation_id")
    if not asked:
        return 0
    if asked not in ids:
        raise RefusedError(400, f"The experiment has no variation {asked}")
    return ids.index(asked)
