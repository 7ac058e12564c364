"""What an answer's headers say about rate limits: how long to wait, what is left, and until when.

Nothing here waits or reads a clock. Whatever a header holds, reading it gives a finite number of seconds or nothing;
whether that many seconds can be meant is decided by who waits (see ``believed``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

LONGEST_WINDOW = 3600.0
"""Seconds. No vendor's quota window is known to be longer; a wait beyond it is a wrong clock or another unit."""

_EARLIEST_EPOCH_SECONDS = 1e9  # September 2001: as a span it would be 31 years
_LATEST_EPOCH_SECONDS = 1e11  # the year 5138, and in milliseconds March 1973
_EPOCH_UNITS = (1.0, 1e3, 1e6, 1e9)  # per second: seconds, milliseconds, microseconds, nanoseconds
_UNDATED_WINDOW_SECONDS = 60.0  # a reset told as a moment, without the vendor's own time, may be off by our clock
_MOST_POLICIES = 8  # limits of one answer; drafts show two, and each costs memory for as long as its window


def believed(wait: float | None) -> float | None:
    """Seconds to wait, if that many can be meant; None for none, or for more than ``LONGEST_WINDOW``."""
    return wait if wait is None or wait <= LONGEST_WINDOW else None


def bounded(wait: float | None) -> float | None:
    """Seconds to wait, ``LONGEST_WINDOW`` at most: what callers are told, who may sleep that long."""
    return None if wait is None else min(wait, LONGEST_WINDOW)


_IS_NUMBER = re.compile(r"[ \t]*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[ \t]*").fullmatch


def _number(text: str | None) -> float | None:
    """The number, if the text is a plain one; header junk such as ``nan``, ``1e9`` or ``soon`` is None."""
    return float(text) if text and len(text) <= 40 and _IS_NUMBER(text) else None


_USUAL_DATE = re.compile(r"[A-Z][a-z]{2}, ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _read_date(http_date: str | None) -> float | None:
    """Unix time in seconds of an HTTP date, or None if it is not one."""
    if not http_date:
        return None
    try:
        if usual := _USUAL_DATE.fullmatch(http_date):
            day, month, year, hour, minute, second = usual.groups()
            date = (int(year), _MONTHS.index(month) + 1, int(day))
            return datetime(*date, int(hour), int(minute), int(second), tzinfo=UTC).timestamp()
        from email.utils import parsedate_to_datetime  # slow to import, and hardly ever needed

        moment = parsedate_to_datetime(http_date)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


# The clients' busiest moments are full of answers of the same second, and reading a date costs more than all the rest
# of reading an answer's rate limits.
epoch_of = lru_cache(maxsize=16)(_read_date)


def _is_cached(headers: Mapping[str, str]) -> bool:
    """Whether a cache on the way gave the answer: its date and what it says is left are old news then."""
    return (_number(headers.get("age")) or 0.0) > 0


def _dated(headers: Mapping[str, str]) -> float | None:
    """The vendor's own time when it answered, in seconds since 1970; None if the answer does not tell."""
    return None if _is_cached(headers) else epoch_of(headers.get("date"))


def _moment(number: float) -> float | None:
    """Seconds since 1970, if the number can only be a point in time, in whichever unit; None for a span."""
    if number <= _EARLIEST_EPOCH_SECONDS:
        return None
    for unit in _EPOCH_UNITS:
        if number / unit < _LATEST_EPOCH_SECONDS:
            return number / unit
    return None


def asked_wait(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the vendor asks to wait, or None if it does not; not bounded yet.

    Understands ``Retry-After-Ms``, and ``Retry-After`` as seconds, whole or not, as an HTTP date (RFC 9110, 10.2.3), or
    as a number that can only be a point in time: seconds, milli-, micro- or nanoseconds since 1970, which some vendors
    send. A point in time is compared with the answer's own ``Date``, so that a wrong clock here does no harm; one in
    the past, or a negative number, means now.

    Args:
        headers: of the answer, names in lower case.
        now: Unix time in seconds, used where the answer has no ``Date``.
    """
    for name, per_second in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        value = headers.get(name)
        number = _number(value)
        moment = _moment(number) if number is not None else epoch_of(value) if per_second == 1.0 else None
        if moment is not None:
            dated = _dated(headers)
            return max(0.0, moment - (now if dated is None else dated))
        if number is not None:
            return max(0.0, number / per_second)
    return None


class Quota(NamedTuple):
    """What an answer says about a rate limit: ``remaining`` requests until ``reset_in`` seconds from now.

    Attributes:
        scope: ``"route"``, or what else it covers: ``"account"``, ``"token"``, or a policy's name.
        remaining: how many requests it leaves.
        reset_in: seconds; finite, not bounded.
    """

    scope: str
    remaining: int
    reset_in: float


class Heard(NamedTuple):
    """What an answer says about rate limits, and the vendor's own time if it says that in points in time."""

    quotas: tuple[Quota, ...] = ()
    date: float | None = None


_NOTHING_HEARD = Heard()

_FAMILIES = tuple(
    (scope, f"{prefix}limit", f"{prefix}remaining", f"{prefix}reset")
    for scope, prefix in (
        ("account", "x-ratelimit-global-"),
        ("route", "x-ratelimit-route-"),
        ("token", "x-ratelimit-auth-token-"),
        ("account", "x-ratelimit-"),
        ("account", "ratelimit-"),
    )
)


_Told = tuple[str, float | None, float]
"""One limit as it stands in the headers: its scope, what is left, and the reset."""


def heard(headers: Mapping[str, str], now: float, *, refused: bool = False) -> Heard:
    """The rate limits an answer tells of.

    These are LaunchDarkly's global, route and access-token ones, the common ``X-RateLimit-*``, and those of the IETF's
    drafts (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/): three headers ``RateLimit-*``, the
    older ``RateLimit: limit=…, remaining=…, reset=…``, and ``RateLimit: "name";r=…;t=…`` with ``RateLimit-Policy``. A
    negative ``remaining`` says nothing, and a limit of 0 or less is none.

    A reset may be a point in time, in any unit since 1970, or seconds from now; points in time are compared with the
    answer's own ``Date``, so that clocks may differ. Without one they are at most a minute away: a clock that is wrong
    must not hold everything up.

    Args:
        headers: of the answer, names in lower case.
        now: Unix time in seconds, used where the answer has no ``Date``.
        refused: the request was refused for its rate, so that a limit that tells a reset alone is spent.
    """
    limits = {name.replace("rate-limit", "ratelimit"): value for name, value in headers.items() if "rate" in name}
    if not limits or _is_cached(headers):
        return _NOTHING_HEARD
    told = _told_by_name({name: _number(value) for name, value in limits.items()})
    if "ratelimit" in limits:
        told += _told_by_policy(limits)
    found = _meant(told, headers, now)
    if refused and not found.quotas:
        return _meant([(scope, 0.0, reset) for scope, _, reset in told], headers, now)
    return found


def _meant(told: list[_Told], headers: Mapping[str, str], now: float) -> Heard:
    """The first limit of each scope that says what is left."""
    date: float | None = None
    quotas: dict[str, Quota] = {}
    for scope, remaining, reset in told:
        if remaining is None or remaining < 0 or scope in quotas:
            continue
        moment = _moment(reset)
        if moment is None:
            reset_in = max(0.0, reset)
        else:
            date = epoch_of(headers.get("date"))
            reset_in = max(0.0, moment - (now if date is None else date))
            if date is None and reset_in <= LONGEST_WINDOW:
                reset_in = min(reset_in, _UNDATED_WINDOW_SECONDS)
        quotas[scope] = Quota(scope, int(remaining), reset_in)
    return Heard(tuple(quotas.values()), date) if quotas else _NOTHING_HEARD


def _told_by_name(numbers: Mapping[str, float | None]) -> list[_Told]:
    """The limits that have a header for each of their numbers."""
    shared = numbers.get("x-ratelimit-reset")
    if shared is None:
        shared = numbers.get("ratelimit-reset")
    told: list[_Told] = []
    for scope, limit_name, remaining_name, reset_name in _FAMILIES:
        remaining, reset = numbers.get(remaining_name), numbers.get(reset_name)
        if reset is None and remaining is not None:
            reset = shared
        if reset is not None and _may_be(numbers.get(limit_name)):
            told.append((scope, remaining, reset))
    return told


def _may_be(limit: float | None) -> bool:
    """Whether it is a limit, which lets something through, or one that is not told."""
    return limit is None or limit > 0


def _told_by_policy(headers: Mapping[str, str]) -> Iterator[_Told]:
    """The limits that one header tells of, with or without one that describes them."""
    policies = dict(_members(headers.get("ratelimit-policy") or ""))
    single: dict[str, float | None] = {}
    for name, parameters in _members(headers["ratelimit"]):
        if "=" in name:
            key, _, number = name.partition("=")
            single[key.strip().lower()] = _number(number)
            continue
        policy = policies.get(name, {})
        remaining, reset = _number(parameters.get("r")), _number(parameters.get("t"))
        reset = _number(policy.get("w")) if reset is None else reset
        if reset is not None and policy.get("qu", "requests") == "requests" and _may_be(_number(policy.get("q"))):
            yield f"policy {name}", remaining, reset
    if (reset := single.get("reset")) is not None and _may_be(single.get("limit")):
        yield "account", single.get("remaining"), reset


_MEMBER = re.compile(r'(?:[^,"]|"[^"]*")+')
_PART = re.compile(r'(?:[^;"]|"[^"]*")+')


def _members(value: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The members of a list of RFC 9651 and their parameters, as far as these headers need them."""
    for member in _MEMBER.findall(value)[:_MOST_POLICIES]:
        if parts := [part.strip() for part in _PART.findall(member)]:
            pairs = (part.partition("=") for part in parts[1:])
            yield parts[0].strip('"'), {key.strip().lower(): said.strip().strip('"') for key, _, said in pairs}
