"""Rate limits: how many requests a vendor lets through, in which headers it says so, and who else uses them up."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random
from typing import Protocol

_RATE = re.compile(r"(?P<count>\d+)(/(?P<seconds>\d+(\.\d+)?))?")


@dataclass(frozen=True)
class Rate:
    """A number of requests in every window of a number of seconds."""

    count: int
    seconds: float = 1.0

    def __post_init__(self) -> None:
        if self.count < 1 or not 0 < self.seconds < math.inf:
            raise ValueError("a rate needs at least 1 request in a window longer than 0 seconds")

    @classmethod
    def parse(cls, text: str) -> Rate:
        """Read ``"100"`` (in every second) or ``"100/10"`` (in every 10 seconds).

        Raises:
            ValueError: the text has another form, or the rate could never let anything through.
        """
        found = _RATE.fullmatch(text.strip())
        if not found:
            raise ValueError(f"a rate limit is N or N/SECONDS, such as 100/10, not {text!r}")
        return cls(int(found["count"]), float(found["seconds"] or 1))


@dataclass(frozen=True)
class LimitState:
    """Where a caller stands after one request.

    Attributes:
        allowed: whether the request was let through.
        rate: the limit.
        remaining: how many more requests the window has, for the account.
        route_remaining: the same for the operation that was called.
        reset: when the window ends, in seconds since 1970.
        wait: how long that is from now, in seconds.
        scopes: where several limits apply, the state of each by what it covers: ``account``, ``route`` or ``token``.
    """

    allowed: bool
    rate: Rate
    remaining: int
    route_remaining: int
    reset: float
    wait: float
    scopes: Mapping[str, LimitState] = field(default_factory=dict[str, "LimitState"])


HeaderStyle = Callable[[LimitState], Mapping[str, str]]


def retry_after(state: LimitState) -> dict[str, str]:
    """Only a refusal says anything: how many whole seconds to wait."""
    return {} if state.allowed else {"Retry-After": str(math.ceil(state.wait))}


def silent(state: LimitState) -> dict[str, str]:
    """No header at all: the caller learns of the limit by meeting it."""
    return {}


class Limit(Protocol):
    """Lets requests through, or does not."""

    def admit(self, route: str, now: float) -> LimitState:
        """Count one request to a route at a moment, or refuse it; moments never go back."""
        ...

    def give_back(self, route: str) -> None:
        """Do not count the request that was let through last: another limit has refused it."""
        ...


@dataclass
class FixedWindow:
    """Counts requests in windows that start at whole multiples of their length; a refused request does not count."""

    rate: Rate
    _window: float = field(default=-1.0, init=False)
    _used: int = field(default=0, init=False)
    _routes: Counter[str] = field(default_factory=Counter[str], init=False)

    def admit(self, route: str, now: float) -> LimitState:
        """Count one request to a route, or refuse it."""
        window = now // self.rate.seconds
        if window != self._window:
            self._window, self._used = window, 0
            self._routes.clear()
        allowed = self._used < self.rate.count
        if allowed:
            self._used += 1
            self._routes[route] += 1
        reset = (window + 1) * self.rate.seconds
        return LimitState(
            allowed=allowed,
            rate=self.rate,
            remaining=self.rate.count - self._used,
            route_remaining=self.rate.count - self._routes[route],
            reset=reset,
            wait=reset - now,
        )

    def give_back(self, route: str) -> None:
        """Do not count the last request to a route."""
        self._used -= 1
        self._routes[route] -= 1


@dataclass
class TokenBucket:
    """Lets through what the bucket holds, at most ``rate.count``; it fills evenly, within ``rate.seconds``.

    Attributes:
        rate: the bucket's size, and how long it takes to fill.
        penalty: seconds for which everything is refused after a request has found the bucket empty.
    """

    rate: Rate
    penalty: float = 0.0
    _tokens: float = field(default=math.inf, init=False)
    _at: float = field(default=0.0, init=False)
    _locked_until: float = field(default=0.0, init=False)

    def admit(self, route: str, now: float) -> LimitState:
        """Take a token, or refuse; the route makes no difference."""
        per_second = self.rate.count / self.rate.seconds
        self._tokens = min(float(self.rate.count), self._tokens + (now - self._at) * per_second)
        self._at = now
        allowed = now >= self._locked_until and self._tokens >= 1.0
        if allowed:
            self._tokens -= 1.0
        elif now >= self._locked_until:
            self._locked_until = now + self.penalty
        left = int(self._tokens)
        wait = max(self._locked_until - now, (1.0 - self._tokens) / per_second, 0.0)
        full = now + (self.rate.count - self._tokens) / per_second
        return LimitState(allowed, self.rate, remaining=left, route_remaining=left, reset=full, wait=wait)

    def give_back(self, route: str) -> None:
        """Put a token back."""
        self._tokens += 1.0


@dataclass
class Shared:
    """A limit that another client uses as well: steadily, at random times, and without ever yielding.

    Attributes:
        limit: what is shared.
        rate: what it lets through.
        share: the part of it that the other one asks for.
        chance: when.
    """

    limit: Limit
    rate: Rate
    share: float
    chance: Random
    _next: float | None = field(default=None, init=False)

    def admit(self, route: str, now: float) -> LimitState:
        """Let the other one's requests until now happen, then this one."""
        at = now if self._next is None else self._next
        while at <= now:
            self.limit.admit("competitor", at)
            at += self.chance.expovariate(self.share * self.rate.count / self.rate.seconds)
        self._next = at
        return self.limit.admit(route, now)

    def give_back(self, route: str) -> None:
        """Do not count the last request to a route."""
        self.limit.give_back(route)


SCOPES = ("account", "route", "token")
"""What a limit can cover: all requests of an account, those to one route, those with one access token."""


@dataclass
class Scoped:
    """Several limits of one account: a request has to be let through by each, and a refused one counts for none.

    Attributes:
        makers: makes the limit of each scope; the one of ``route`` is made for every route.
    """

    makers: Mapping[str, Callable[[], Limit]]
    _limits: dict[tuple[str, str], Limit] = field(default_factory=dict[tuple[str, str], Limit], init=False)

    def admit(self, route: str, now: float) -> LimitState:
        """Count one request to a route for every limit, or refuse it."""
        limits = {scope: self._limit(scope, route) for scope in self.makers}
        states = {scope: limit.admit(route, now) for scope, limit in limits.items()}
        refusing = [state for state in states.values() if not state.allowed]
        if refusing:
            for scope, state in states.items():
                if state.allowed:
                    limits[scope].give_back(route)
                    states[scope] = replace(state, remaining=state.remaining + 1)
        first = max(refusing, key=lambda state: state.wait, default=next(iter(states.values())))
        return replace(first, scopes=states)

    def give_back(self, route: str) -> None:
        """Do not count the last request to a route."""
        for scope in self.makers:
            self._limit(scope, route).give_back(route)

    def _limit(self, scope: str, route: str) -> Limit:
        key = (scope, route if scope == "route" else "")
        if key not in self._limits:
            self._limits[key] = self.makers[scope]()
        return self._limits[key]


@dataclass(frozen=True)
class Style:
    """How a vendor limits.

    Attributes:
        limit: makes the limit; None for one that refuses nothing but gets slow.
        headers: in which it shows; None for the vendor's own.
    """

    limit: Callable[[Rate], Limit] | None
    headers: HeaderStyle | None


_PENALTY = 60.0

STYLES: Mapping[str, Style] = {
    "vendor": Style(FixedWindow, None),
    "retry-after": Style(FixedWindow, retry_after),
    "silent": Style(FixedWindow, silent),
    "bucket": Style(TokenBucket, retry_after),
    "silent-bucket": Style(TokenBucket, silent),
    "penalty": Style(lambda rate: TokenBucket(rate, _PENALTY), silent),
    "slowing": Style(None, silent),
}
"""What ``--limit-style`` accepts."""


def make_limit(style: str, rates: Mapping[str, Rate], competitor: float, chance: Random) -> Limit | None:
    """The limit of one vendor for an account; None if it refuses nothing.

    Args:
        style: one of ``STYLES``.
        rates: what each scope lets through; the account's limit alone covers its routes, too.
        competitor: the part of the account's limit that another client asks for, with a token of its own.
        chance: when that one asks.
    """
    make = STYLES[style].limit
    if make is None or not rates:
        return None

    def shared(rate: Rate) -> Limit:
        limit = make(rate)
        return Shared(limit, rate, competitor, chance) if competitor else limit

    if tuple(rates) == ("account",):
        return shared(rates["account"])
    makers = {"account": shared, "route": make, "token": make}
    return Scoped({scope: partial(makers[scope], rates[scope]) for scope in SCOPES if scope in rates})


def slowdown(in_flight: int, best: int) -> float:
    """The factor by which a response takes longer with this number in flight; throughput is highest at ``best``."""
    return 1.0 + (in_flight / best) ** 2
