"""What a client has learned about a vendor's limits, as plain data that another client can start with."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, TypedDict, cast

from attrs import frozen

from ..errors import ConfigurationError

VERSION = 1
MAX_HELD_SECONDS = 86_400.0  # a day: a hold takes ten minutes, or 15 requests at the lowest rate; by then it is over
_MIN_VALUE = 1e-6  # of rates and holds, which are divisors
_MAX_RATE_PER_SECOND = 1e6  # more than any client can send, so that sums stay finite
_LATEST_EPOCH_SECONDS = 1e12  # the year 33658: an integer may be too large for a float


class LearnedState(TypedDict):
    """A learned rate: requests per second now, those that were throttled, and how long the former is held."""

    rate: float
    throttled_rate: float
    hold_seconds: float
    held_seconds: float


class SharedRate(TypedDict):
    """A learned rate that processes share.

    Attributes:
        rate: requests per second, now in slow start, else when the last episode was over.
        step: by how much each success raises it in slow start.
        slow_start: no request was throttled yet.
        top: requests per second that were throttled.
        hold: seconds for which it stays below ``top``.
        held: seconds of them that have passed.
    """

    rate: float
    step: float
    slow_start: bool
    top: float
    hold: float
    held: float


class RateLimitState(TypedDict):
    """What ``Client.rate_limit_state`` gives; JSON can hold it.

    Attributes:
        version: of this format: 1.
        vendor: the vendor's module name.
        learned: the rate learned from throttled requests; None before the first.
        cooldown_until: until when calls wait, in seconds since 1970, by ``"account"`` or operation.
    """

    version: int
    vendor: str
    learned: LearnedState | None
    cooldown_until: dict[str, float]


@frozen
class ParsedState:
    """A state that was validated."""

    learned: LearnedState | None
    cooldown_until: dict[str, float]


def parse_state(state: object, vendor: str) -> ParsedState:
    """Validate a state of this vendor.

    Raises:
        ConfigurationError: says what is wrong with it.
    """
    fields = _mapping(state, "the rate-limit state")
    if (version := fields.get("version")) != VERSION or isinstance(version, bool):
        raise ConfigurationError(f"the rate-limit state must have version {VERSION}, not {version!r}")
    if fields.get("vendor") != vendor:
        raise ConfigurationError(f"the rate-limit state is of {fields.get('vendor')!r}, not of {vendor}")
    learned = fields.get("learned")
    waits = _mapping(fields.get("cooldown_until"), "cooldown_until")
    return ParsedState(
        learned=None if learned is None else _learned(_mapping(learned, "learned")),
        cooldown_until={str(scope): _number(waits, scope, 0.0, math.inf) for scope in waits},
    )


def _learned(fields: Mapping[Any, object]) -> LearnedState:
    rate = _number(fields, "rate", _MIN_VALUE, _MAX_RATE_PER_SECOND)
    return LearnedState(
        rate=rate,
        throttled_rate=_number(fields, "throttled_rate", rate, _MAX_RATE_PER_SECOND),
        hold_seconds=_number(fields, "hold_seconds", _MIN_VALUE, MAX_HELD_SECONDS),
        held_seconds=_number(fields, "held_seconds", 0.0, MAX_HELD_SECONDS),
    )


def _mapping(value: object, name: str) -> Mapping[Any, object]:
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{name} must be a mapping, as rate_limit_state() gives it, not {value!r:.100}")
    return cast("Mapping[Any, object]", value)


def _number(fields: Mapping[Any, object], name: object, least: float, most: float) -> float:
    value = fields.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most or value == math.inf:
        bounds = f"from {least:g} to {most:g}" if most < math.inf else "of 0 or more"
        raise ConfigurationError(f"{name} must be a finite number {bounds}, not {value!r:.100}")
    return float(min(value, _LATEST_EPOCH_SECONDS))
