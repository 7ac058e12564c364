"""What a response's headers say about rate limits: how long to wait, what remains, and until when.

Nothing here waits or reads a clock. Parsing a header gives a finite number of seconds or nothing, whatever it holds;
the caller decides whether such a wait is plausible (see ``plausible_wait``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

MAX_WINDOW_SECONDS = 3600.0
"""Seconds. No vendor is known to have a longer quota window; a longer wait means a wrong clock or another unit."""

_EARLIEST_EPOCH_SECONDS = 1e9  # September 2001: as a duration it would be 31 years
_LATEST_EPOCH_SECONDS = 1e11  # the year 5138, and in milliseconds March 1973
_EPOCH_UNITS_PER_SECOND = (1.0, 1e3, 1e6, 1e9)  # seconds, milliseconds, microseconds, nanoseconds
_UNDATED_WINDOW_SECONDS = 60.0  # a reset given as a point in time, without a ``Date``, may be off by our clock
_MAX_POLICIES = 8  # limits of one response; drafts show two, and each costs memory for as long as its window


def plausible_wait(wait: float | None) -> float | None:
    """Seconds to wait; None if there is no wait, or one longer than ``MAX_WINDOW_SECONDS``."""
    return wait if wait is None or wait <= MAX_WINDOW_SECONDS else None


def capped_wait(wait: float | None) -> float | None:
    """Seconds to wait, at most ``MAX_WINDOW_SECONDS``: for callers, who may sleep that long."""
    return None if wait is None else min(wait, MAX_WINDOW_SECONDS)


_IS_NUMBER = re.compile(r"[ \t]*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[ \t]*").fullmatch


def _to_float(text: str | None) -> float | None:
    """The number, if the text is a plain one; header junk such as ``nan``, ``1e9`` or ``soon`` is None."""
    return float(text) if text and len(text) <= 40 and _IS_NUMBER(text) else None


_USUAL_DATE = re.compile(r"[A-Z][a-z]{2}, ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _parse_http_date(http_date: str | None) -> float | None:
    """Unix time in seconds of an HTTP date, or None if it is not one."""
    if not http_date:
        return None
    try:
        if usual := _USUAL_DATE.fullmatch(http_date):
            day, month, year, hour, minute, second = usual.groups()
            date = (int(year), _MONTHS.index(month) + 1, int(day))
            return datetime(*date, int(hour), int(minute), int(second), tzinfo=UTC).timestamp()
        from email.utils import parsedate_to_datetime  # slow to import, and hardly ever needed

        parsed = parsedate_to_datetime(http_date)
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


# At busy times many responses share one second, and parsing a date costs more than parsing all other rate-limit
# headers of a response.
parse_http_date = lru_cache(maxsize=16)(_parse_http_date)


def _is_cached(headers: Mapping[str, str]) -> bool:
    """Whether the response came from a cache on the way: its date and remaining quota are outdated then."""
    return (_to_float(headers.get("age")) or 0.0) > 0


def _server_time(headers: Mapping[str, str]) -> float | None:
    """The vendor's time when it responded, in seconds since 1970; None if the response does not say."""
    return None if _is_cached(headers) else parse_http_date(headers.get("date"))


def _as_epoch(number: float) -> float | None:
    """Seconds since 1970, if the number can only be a point in time, in any unit; None for a duration."""
    if number <= _EARLIEST_EPOCH_SECONDS:
        return None
    for unit in _EPOCH_UNITS_PER_SECOND:
        if number / unit < _LATEST_EPOCH_SECONDS:
            return number / unit
    return None


def parse_retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the vendor asks to wait, or None if it does not; not capped yet.

    Understands ``Retry-After-Ms``, and ``Retry-After`` as seconds, whole or not, as an HTTP date (RFC 9110, 10.2.3), or
    as a number that can only be a point in time: seconds, milli-, micro- or nanoseconds since 1970, which some vendors
    send. A point in time is compared with the response's own ``Date``, so that a wrong clock here does no harm; one in
    the past, or a negative number, means now.

    Args:
        headers: of the response, names in lower case.
        now: Unix time in seconds, used where the response has no ``Date``.
    """
    for name, per_second in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        value = headers.get(name)
        number = _to_float(value)
        epoch = _as_epoch(number) if number is not None else parse_http_date(value) if per_second == 1.0 else None
        if epoch is not None:
            server_time = _server_time(headers)
            return max(0.0, epoch - (now if server_time is None else server_time))
        if number is not None:
            return max(0.0, number / per_second)
    return None


class RateLimitInfo(NamedTuple):
    """What a response says about one rate limit: ``remaining`` requests until ``reset_in`` seconds from now.

    Attributes:
        scope: ``"route"``, or what else it covers: ``"account"``, ``"token"``, or a policy's name.
        remaining: how many requests are left.
        reset_in: seconds; finite, not capped.
    """

    scope: str
    remaining: int
    reset_in: float


class RateLimitHeaders(NamedTuple):
    """What a response says about rate limits, and the vendor's time if it gives resets as points in time."""

    limits: tuple[RateLimitInfo, ...] = ()
    date: float | None = None


_NO_LIMITS = RateLimitHeaders()

_COMMON = (("account", "x-ratelimit-"), ("account", "ratelimit-"))


@lru_cache(maxsize=16)
def _header_names(own: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, str, str], ...]:
    """Scope, limit, remaining and reset of each family of headers, a vendor's own first."""
    return tuple(
        (scope, f"{prefix}limit", f"{prefix}remaining", f"{prefix}reset") for scope, prefix in (*own, *_COMMON)
    )


_RawLimit = tuple[str, float | None, float]
"""One limit as the headers give it: scope, remaining and reset."""


def parse_rate_limit_headers(
    headers: Mapping[str, str], now: float, *, throttled: bool = False, own: tuple[tuple[str, str], ...] = ()
) -> RateLimitHeaders:
    """The rate limits that a response announces.

    These are a vendor's own, the common ``X-RateLimit-*``, and those of the IETF's drafts
    (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/): three headers ``RateLimit-*``, the older
    ``RateLimit: limit=…, remaining=…, reset=…``, and ``RateLimit: "name";r=…;t=…`` with ``RateLimit-Policy``. A
    negative ``remaining`` and a limit of 0 or less are ignored.

    A reset may be a point in time, in any unit since 1970, or seconds from now; points in time are compared with the
    response's own ``Date``, so that clocks may differ. Without one they are at most a minute away, so that a wrong
    clock cannot block all calls.

    Args:
        headers: of the response, names in lower case.
        now: Unix time in seconds, used where the response has no ``Date``.
        throttled: the request was throttled, so a limit that names only its reset is exhausted.
        own: the vendor's ``limit_headers``.
    """
    relevant = {name.replace("rate-limit", "ratelimit"): value for name, value in headers.items() if "rate" in name}
    if not relevant or _is_cached(headers):
        return _NO_LIMITS
    raw = _from_separate_headers({name: _to_float(value) for name, value in relevant.items()}, _header_names(own))
    if "ratelimit" in relevant:
        raw += _from_structured_header(relevant)
    found = _interpret(raw, headers, now)
    if throttled and not found.limits:
        return _interpret([(scope, 0.0, reset) for scope, _, reset in raw], headers, now)
    return found


def _interpret(raw: list[_RawLimit], headers: Mapping[str, str], now: float) -> RateLimitHeaders:
    """The first limit of each scope that has a ``remaining``."""
    date: float | None = None
    limits: dict[str, RateLimitInfo] = {}
    for scope, remaining, reset in raw:
        if remaining is None or remaining < 0 or scope in limits:
            continue
        epoch = _as_epoch(reset)
        if epoch is None:
            reset_in = max(0.0, reset)
        else:
            date = parse_http_date(headers.get("date"))
            reset_in = max(0.0, epoch - (now if date is None else date))
            if date is None and reset_in <= MAX_WINDOW_SECONDS:
                reset_in = min(reset_in, _UNDATED_WINDOW_SECONDS)
        limits[scope] = RateLimitInfo(scope, int(remaining), reset_in)
    return RateLimitHeaders(tuple(limits.values()), date) if limits else _NO_LIMITS


def _from_separate_headers(
    numbers: Mapping[str, float | None], names: Iterable[tuple[str, str, str, str]]
) -> list[_RawLimit]:
    """The limits that have a header for each number."""
    shared = numbers.get("x-ratelimit-reset")
    if shared is None:
        shared = numbers.get("ratelimit-reset")
    raw: list[_RawLimit] = []
    for scope, limit_name, remaining_name, reset_name in names:
        remaining, reset = numbers.get(remaining_name), numbers.get(reset_name)
        if reset is None and remaining is not None:
            reset = shared
        if reset is not None and _allows_any(numbers.get(limit_name)):
            raw.append((scope, remaining, reset))
    return raw


def _allows_any(limit: float | None) -> bool:
    """Whether the limit allows any request; an unknown one may."""
    return limit is None or limit > 0


def _from_structured_header(headers: Mapping[str, str]) -> Iterator[_RawLimit]:
    """The limits in a ``RateLimit`` header, with or without ``RateLimit-Policy``."""
    policies = dict(_list_members(headers.get("ratelimit-policy") or ""))
    single: dict[str, float | None] = {}
    for name, parameters in _list_members(headers["ratelimit"]):
        if "=" in name:
            key, _, number = name.partition("=")
            single[key.strip().lower()] = _to_float(number)
            continue
        policy = policies.get(name, {})
        remaining, reset = _to_float(parameters.get("r")), _to_float(parameters.get("t"))
        reset = _to_float(policy.get("w")) if reset is None else reset
        if reset is not None and policy.get("qu", "requests") == "requests" and _allows_any(_to_float(policy.get("q"))):
            yield f"policy {name}", remaining, reset
    if (reset := single.get("reset")) is not None and _allows_any(single.get("limit")):
        yield "account", single.get("remaining"), reset


_LIST_MEMBER = re.compile(r'(?:[^,"]|"[^"]*")+')
_MEMBER_PART = re.compile(r'(?:[^;"]|"[^"]*")+')


def _list_members(value: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The members of a list of RFC 9651 and their parameters, as far as these headers need them."""
    for member in _LIST_MEMBER.findall(value)[:_MAX_POLICIES]:
        if parts := [part.strip() for part in _MEMBER_PART.findall(member)]:
            pairs = (part.partition("=") for part in parts[1:])
            yield parts[0].strip('"'), {key.strip().lower(): text.strip().strip('"') for key, _, text in pairs}
