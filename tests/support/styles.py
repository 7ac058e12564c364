"""Vendors' limits, simulated: windows and buckets that tell or do not, a lock-out, and others who use them as well."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Protocol

from attrs import define, field, frozen

EPOCH = 1_700_000_000.37
"""The servers' time when a simulation begins: in the middle of a second, as it would be."""


@frozen
class Verdict:
    """What a limit says to one request: whether it passes, what is left, and when to come back."""

    allowed: bool
    remaining: int | None = None
    route_remaining: int | None = None
    reset: float | None = None
    retry_after: float | None = None


class Limit(Protocol):
    """A vendor's limit; times are the server's."""

    @property
    def rate(self) -> float:
        """Requests per second, in the long run."""
        ...

    @property
    def best(self) -> float:
        """How many of them can be ours."""
        ...

    def turn(self, factor: float) -> None:
        """From now on, it lets through so many times as much."""

    def take(self, now: float, *, ours: bool) -> Verdict: ...


@define
class Window:
    """So many in each window; our route gets a part of it."""

    count: int
    seconds: float
    tells: bool = False
    asks: bool = False
    route_share: float = 0.8
    _window: float = -1.0
    _used: int = 0
    _ours: int = 0

    @property
    def rate(self) -> float:
        return self.count / self.seconds

    @property
    def best(self) -> float:
        return self.rate * (self.route_share if self.tells else 1.0)

    def turn(self, factor: float) -> None:
        self.count = round(self.count * factor)

    def take(self, now: float, *, ours: bool) -> Verdict:
        window = now // self.seconds
        if window != self._window:
            self._window, self._used, self._ours = window, 0, 0
        most = int(self.count * self.route_share) if self.tells else self.count
        allowed = self._used < self.count and not (ours and self._ours >= most)
        if allowed:
            self._used += 1
            self._ours += ours
        reset = (window + 1) * self.seconds
        if self.tells:
            return Verdict(allowed, max(0, self.count - self._used), max(0, most - self._ours), reset)
        return Verdict(allowed, retry_after=math.ceil(reset - now) if self.asks and not allowed else None)


@define
class Bucket:
    """A token bucket; with a penalty, whoever finds it empty is locked out for so long."""

    rate: float
    burst: float
    asks: bool = False
    penalty: float = 0.0
    _tokens: float = field(init=False)
    _at: float = 0.0
    _locked_until: float = 0.0

    def __attrs_post_init__(self) -> None:
        self._tokens = self.burst

    @property
    def best(self) -> float:
        return self.rate

    def turn(self, factor: float) -> None:
        self.rate *= factor

    def take(self, now: float, *, ours: bool) -> Verdict:
        self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate)
        self._at = now
        if now < self._locked_until:
            return Verdict(False)
        if self._tokens >= 1.0:
            self._tokens -= 1.0
            return Verdict(True)
        self._locked_until = now + self.penalty
        return Verdict(False, retry_after=math.ceil((1.0 - self._tokens) / self.rate) if self.asks else None)


@frozen
class Style:
    """A way to limit, as a vendor might: a limit that others use too, or a server that gets slow."""

    limit: Callable[[], Limit] | None = None
    peak: int = 0
    documented_wait: float | None = None
    advised_rate: float | None = None
    head_start: int = 0
    latency: tuple[float, float] = (0.05, 0.3)


_NEAR = (0.002, 0.02)

STYLES: dict[str, Style] = {
    "a1": Style(lambda: Window(100, 10, tells=True)),
    "a2": Style(lambda: Window(2000, 10, tells=True)),
    "b1": Style(lambda: Window(600, 60, asks=True), advised_rate=40.0),
    "b2": Style(lambda: Window(600, 60, tells=True)),
    "b3": Style(lambda: Window(600, 60), advised_rate=40.0),
    "c0": Style(lambda: Window(600, 60), documented_wait=60.0, advised_rate=10.0),
    "c1": Style(lambda: Bucket(10, 30, penalty=60.0), documented_wait=60.0, advised_rate=10.0),
    "d1": Style(lambda: Bucket(20, 100, asks=True), advised_rate=40.0, head_start=100),
    "d2": Style(lambda: Bucket(20, 100), advised_rate=40.0, head_start=100),
    "e1": Style(peak=64, latency=(0.02, 0.5)),
    "e2": Style(peak=16, latency=(0.02, 0.5)),
    "f0": Style(lambda: Bucket(0.5, 5)),
    "n0": Style(latency=(0.1, 0.105)),
    "s1": Style(lambda: Window(100, 1, tells=True, route_share=1.0), latency=_NEAR),
    "s2": Style(lambda: Window(100, 1, asks=True), latency=_NEAR),
    "s3": Style(lambda: Window(100, 1), latency=_NEAR),
}


class Others:
    """A competitor that never yields: 30 to 70 % of the budget, drawn anew every 5 to 30 seconds.

    Args:
        limit: what is competed for.
        chance: when, and how much.
        turn: seconds after which the limit is another one, and by which factor.
    """

    def __init__(self, limit: Limit, chance: random.Random, turn: tuple[float, float]) -> None:
        self.limit = limit
        self.sent = self.refused = 0
        self._chance = chance
        self._turns_at = EPOCH + turn[0]
        self._rates = (limit.rate, limit.rate * turn[1])
        self._shares: list[tuple[float, float]] = []
        self._until = self._next = EPOCH

    def advance(self, now: float) -> None:
        """Let their requests until now happen."""
        while self._next <= now:
            at = self._next
            self.sent += 1
            self.refused += not self.limit.take(at, ours=False).allowed
            self._next = at + self._chance.expovariate(self._share_at(at) * self._rate_at(at))

    def left_after(self, items: int) -> float:
        """Seconds in which the budget that they leave is enough for so many."""
        at, left = EPOCH, float(items)
        for position in range(len(self._shares) + items):
            share, until = self._period(position)
            free = (1.0 - share) * self._rate_at(at)
            if free * (until - at) >= left:
                return at + left / free - EPOCH
            left -= free * (until - at)
            at = until
        raise AssertionError("unreachable: every period leaves something")

    def _rate_at(self, at: float) -> float:
        return self._rates[at >= self._turns_at]

    def _share_at(self, at: float) -> float:
        position = len(self._shares)
        while not self._shares or self._shares[-1][1] <= at:
            self._period(position)
            position += 1
        return next(share for share, until in reversed(self._shares[-2:]) if at < until)

    def _period(self, position: int) -> tuple[float, float]:
        while len(self._shares) <= position:
            began, self._until = self._until, self._until + self._chance.uniform(5.0, 30.0)
            if began < self._turns_at < self._until:
                self._until = self._turns_at
            self._shares.append((self._chance.uniform(0.3, 0.7), self._until))
        return self._shares[position]
