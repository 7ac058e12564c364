"""Announced quotas, and how to make them last: spread over their windows, with a part left to other clients."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from .._rate_limit_headers import MAX_WINDOW_SECONDS, RateLimitInfo
from .store import Window

ACCOUNT = "account"
ROUTE = "route"

# Simulated with announced quotas (a1, a2, b2). Beside each value: what else was tried, and the time over the ideal
# time, or the percentage of a competitor's requests that were throttled. See docs/rate-limits.md#parameters.
_OTHERS_DECAY_SECONDS = 3.0  # 1: b2 0.81 for 0.85; 10: the slower of two clients does 45 % for 48 (a1)
_OTHERS_WEIGHT = 0.9  # 0.7: a1 throttles others' 3 % for 2 %; 1: the slower of two does 36 % for 49 (b2)
_MIN_OF_EVEN_RATE = 0.25  # 0.1: the same; 0.5: a1 throttles others' 3 % for 2 %
_AMPLE_MARGIN = 1.5  # 1: b2 0.79 for 0.85; 2.5: 200 items of b2 0.14 for 0.06
_STALE_AFTER_SECONDS = 5.0  # 1 and 20: the same
_CLOCK_SLACK_SECONDS = 0.05  # 0.01 and 0.3: the same, also with clocks two minutes apart
_MAX_RESERVE_SECONDS = 1.25  # 0.3: a1 0.2 % throttled for 0; 3: b2 0.87 for 0.85
_RESERVE_WINDOW_FRACTION = 0.125  # 0.03: a1 0.2 % throttled for 0; 0.3: the same
_NEW_WINDOW_FRACTION = 0.6  # of what is left of it, by which a reset moves; 0.2: the same; 0.95: in phase 1.00 for 1.03
_SHORTEST_WINDOW_SECONDS = 0.5  # 0.1 and 2: windows of 1 s in phase 1.03 and 0.98 for 1.02
_MIN_RESET_JITTER_SECONDS = 0.02  # not simulated: the vendor's clock is known to a few hundredths
_MAX_RESET_JITTER_SECONDS = 0.3  # 0.02 and 1: the same for one client and for two
_MAX_NAMED_LIMITS = 16  # of an account: LaunchDarkly has two, and made-up names must not fill the memory


class Permit(NamedTuple):
    """Permission to send one request.

    Attributes:
        route: whose quota it counts for, besides the account's.
        number: of the request, counted over the account.
        number_on_route: counted over the route.
        sent_at: when it was sent, by our monotonic clock.
        adaptive: it keeps to the sustainable rate, and counts as in flight.
        call: the number of its call's first request.
        fixed: it belongs to bulk work with a fixed concurrency.
    """

    route: str
    number: int
    number_on_route: int
    sent_at: float
    adaptive: bool
    call: int
    fixed: bool = False


class ServerClock:
    """How far the vendor's clock is ahead of ours, from ``Date`` headers, which are whole seconds.

    One response bounds it to a second plus a round trip; each further one narrows that down. Windows of one or ten
    seconds need this precision.
    """

    __slots__ = ("_high", "_low")

    def __init__(self) -> None:
        self._low, self._high = -math.inf, math.inf

    def update(self, date: float, sent_at: float, received_at: float) -> None:
        """A response has this date; its request was sent, and it was received, at these times."""
        low, high = date - received_at, date + 1.0 - sent_at
        if low > self._high:
            self._low, self._high = low, low + _CLOCK_SLACK_SECONDS
        elif high < self._low:
            self._low, self._high = high - _CLOCK_SLACK_SECONDS, high
        else:
            self._low, self._high = max(low, self._low), min(high, self._high)

    def update_from_reset(self, reset: float, sent_at: float) -> None:
        """A response to a request sent at that time announces a future reset, by the vendor's clock.

        So the clock cannot be further ahead than that. Requests in phase with the vendor's seconds always get the same
        dates, which would not narrow it down. If a vendor rounds resets down, its dates take precedence.
        """
        offset = reset - sent_at
        if self._low < offset < self._high:
            self._high = offset

    @property
    def offset(self) -> float:
        """Seconds; negative if it is behind."""
        return (self._low + self._high) / 2

    @property
    def error(self) -> float:
        """The greatest error of ``offset``, in seconds; 0 before the first response."""
        return (self._high - self._low) / 2 if self._low > -math.inf else 0.0


class QuotaWindow:
    """One quota as of the newest response, and what that means now.

    The use by other clients is what the quota loses beyond our own requests. They are left a little less than they
    use: two clients that each yield to all of the other's use would have no unique way to share.

    Attributes:
        resets_at: when the window ends, by our clock.
        as_of: the number of the request that the newest response belongs to.
    """

    __slots__ = (
        *("_first_number", "_observed_seconds", "_others_used", "_remaining", "_started_at", "_updated_at"),
        *("as_of", "resets_at"),
    )

    def __init__(self, remaining: int, resets_at: float, number: int, now: float) -> None:
        self._remaining, self.resets_at = remaining, resets_at
        self.as_of: int = number
        self._updated_at = now
        self._first_number, self._started_at = number, now
        self._others_used, self._observed_seconds = 0.0, 1.0

    def update(self, remaining: int, resets_at: float, number: int, now: float) -> None:
        """A response to a request no older than ``as_of``."""
        passed = now - self._updated_at
        if resets_at - self.resets_at < _NEW_WINDOW_FRACTION * max(resets_at - now, _SHORTEST_WINDOW_SECONDS):
            fade = math.exp(-passed / _OTHERS_DECAY_SECONDS)
            vanished = self._remaining - remaining - (number - self.as_of)
            self._others_used = self._others_used * fade + vanished
            self._observed_seconds = self._observed_seconds * fade + passed
        else:
            self._first_number, self._started_at = number, now
        self._remaining, self.resets_at = remaining, resets_at
        self.as_of, self._updated_at = number, now

    def shared(self, now: float) -> Window:
        """What other processes need of it."""
        return Window(number=self.as_of, remaining=self._remaining, resets_in=self.resets_at - now)

    @property
    def others_rate(self) -> float:
        """Requests per second that other clients use."""
        return max(0.0, self._others_used) / self._observed_seconds if self._observed_seconds > 0 else 0.0

    def is_exhausted(self, sent: int) -> bool:
        """Whether nothing is left after that many requests were sent."""
        return self._remaining <= sent - self.as_of

    def available(self, sent: int, now: float) -> float:
        """How many requests are left for us, by a cautious estimate of what others used since the last response."""
        left = self._remaining - (sent - self.as_of)
        return left - min(self.others_rate * (now - self._updated_at), max(0.0, left / 2))

    def reserve(self, round_trip: float) -> float:
        """How many requests to leave to others: what they send during our round trip, or in the window's last part."""
        last_part = min(_MAX_RESERVE_SECONDS, _RESERVE_WINDOW_FRACTION * (self.resets_at - self._started_at))
        return self.others_rate * max(round_trip, last_part)

    def is_stale(self, now: float) -> bool:
        """Whether the window ended so long ago, without a response since, that it says nothing about the present."""
        return now > self.resets_at + _STALE_AFTER_SECONDS

    def rate(self, available: float, now: float) -> float:
        """Requests per second that make it last until the reset.

        After that, until the next response, as many as were sent in the window before, or as it would have allowed: by
        the former alone they would become fewer each time, down to one per window.
        """
        rest = self.resets_at - now
        if rest <= 0:
            used = self.as_of - self._first_number
            sent = used / max(1.0, self._updated_at - self._started_at)
            return max(1.0, sent, (used + self._remaining) / max(1.0, self.resets_at - self._started_at))
        # One at least: a slot beyond the reset would leave windows unused.
        return max(available / rest - _OTHERS_WEIGHT * self.others_rate, _MIN_OF_EVEN_RATE * available / rest, 1 / rest)

    def is_ample(self, available: float, work: float, now: float) -> bool:
        """Whether that many requests fit without spreading, together with what others use until the reset."""
        return work <= available - _AMPLE_MARGIN * self.others_rate * max(0.0, self.resets_at - now)


class QuotaTracker:
    """All quota windows of an account, and how many requests were sent that count for each.

    Args:
        uniform: a random number between two.
    """

    __slots__ = ("_account_windows", "_clock", "_route_windows", "_sent", "_uniform")

    def __init__(self, uniform: Callable[[float, float], float]) -> None:
        self._account_windows: dict[str, QuotaWindow] = {}
        self._route_windows: dict[str, QuotaWindow] = {}
        self._sent: dict[str, int] = {ACCOUNT: 0}
        self._clock = ServerClock()
        self._uniform = uniform

    def __bool__(self) -> bool:
        return bool(self._account_windows or self._route_windows)

    def record_sent(self, route: str) -> tuple[int, int]:
        """Count a request to the route; its number, over the account and over the route."""
        sent = self._sent
        sent[ACCOUNT] += 1
        sent[route] = sent.get(route, 0) + 1
        return sent[ACCOUNT], sent[route]

    def record_sent_as(self, route: str, number: int, on_route: int) -> None:
        """A request to the route has these numbers, as several processes count together."""
        sent = self._sent
        sent[ACCOUNT] = max(sent[ACCOUNT], number)
        sent[route] = max(sent.get(route, 0), on_route)

    @property
    def sent_by_route(self) -> dict[str, int]:
        """How many requests were sent to each route."""
        return {route: number for route, number in self._sent.items() if route != ACCOUNT}

    @property
    def last_number(self) -> int:
        """The number of the last request sent."""
        return self._sent[ACCOUNT]

    def update(self, permit: Permit, limits: Iterable[RateLimitInfo], date: float | None, now: float) -> None:
        """Take in what the response to a request announces."""
        if date is not None:
            self._clock.update(date, permit.sent_at, now)
        for scope, remaining, reset_in in limits:
            if reset_in > MAX_WINDOW_SECONDS:  # implausible, so it says nothing about now
                continue
            of_route = scope == ROUTE
            windows, key = (self._route_windows, permit.route) if of_route else (self._account_windows, scope)
            number = permit.number_on_route if of_route else permit.number
            resets_at = now + reset_in
            if date is not None:
                self._clock.update_from_reset(date + reset_in, permit.sent_at)
                resets_at = max(now, date + reset_in - self._clock.offset)
            known = windows.get(key)
            if known is None or (known.is_stale(now) and number >= known.as_of):
                if known is None and not of_route and len(windows) >= _MAX_NAMED_LIMITS:
                    del windows[next(iter(windows))]
                windows[key] = QuotaWindow(remaining, resets_at, number, now)
            elif number >= known.as_of:
                known.update(remaining, resets_at, number, now)

    def shared(self, routes: Iterable[str], now: float) -> dict[str, Window]:
        """The windows of the account and of these routes, for other processes."""
        named = {f"{ACCOUNT} {scope}": window for scope, window in self._account_windows.items()}
        named |= {f"{ROUTE} {one}": self._route_windows[one] for one in routes if one in self._route_windows}
        return {name: window.shared(now) for name, window in named.items()}

    def follow(self, windows: Mapping[str, Window], now: float) -> None:
        """Take in the windows that other processes know, where they are newer."""
        for name, window in windows.items():
            scope, _, key = name.partition(" ")
            known = self._route_windows if scope == ROUTE else self._account_windows
            number, resets_at = window["number"], now + window["resets_in"]
            mine = known.get(key)
            if mine is None or (mine.is_stale(now) and number > mine.as_of):
                known[key] = QuotaWindow(window["remaining"], resets_at, number, now)
            elif number > mine.as_of:
                mine.update(window["remaining"], resets_at, number, now)

    def seconds_until_reset(self, exhausted: Iterable[RateLimitInfo], route: str, now: float) -> float | None:
        """Seconds until the last of the exhausted limits resets, by what is known of it; None if none is exhausted."""
        wait: float | None = None
        for limit in exhausted:
            window = self._route_windows.get(route) if limit.scope == ROUTE else self._account_windows.get(limit.scope)
            left = limit.reset_in
            if window is not None and left <= MAX_WINDOW_SECONDS:
                left = window.resets_at - now
            wait = max(wait or 0.0, left)
        return None if wait is None else wait + min(self._clock.error, wait)

    def delay(self, route: str, now: float) -> float:
        """Seconds until every quota that covers the route has one request left, other clients aside."""
        wait = 0.0
        for window, sent in self._covering(route):
            if now < window.resets_at and window.is_exhausted(sent):
                wait = max(wait, self._with_margin(window.resets_at - now))
        return wait

    def delay_with_reserve(self, route: str, now: float, share: float, round_trip: float) -> float:
        """The same, leaving to other clients what they will use during a round trip."""
        waits = [
            self._with_margin(window.resets_at - now)
            for window, sent in self._covering(route)
            if now < window.resets_at and window.available(sent, now) * share < 1.0 + window.reserve(round_trip)
        ]
        return max(waits, default=0.0)

    def rate(self, route: str, now: float, share: float, work: float) -> float | None:
        """Requests per second that all quotas allow: None if none is known, infinite where they are ample."""
        rate: float | None = None
        for window, sent in self._covering(route):
            if window.is_stale(now):
                continue
            available = window.available(sent, now) * share
            ample = window.is_ample(available, work, now)
            allowed = math.inf if ample else window.rate(available, now)
            rate = allowed if rate is None else min(rate, allowed)
        return rate

    def _covering(self, route: str) -> list[tuple[QuotaWindow, int]]:
        sent = self._sent[ACCOUNT]
        covering = [(window, sent) for window in self._account_windows.values()]
        if (of_route := self._route_windows.get(route)) is not None:
            covering.append((of_route, self._sent[route]))
        return covering

    def _with_margin(self, wait: float) -> float:
        """A little after the reset: by the clock's error, and so that clients do not all come at once."""
        wait = max(0.0, wait)
        return (
            wait
            + self._uniform(_MIN_RESET_JITTER_SECONDS, _MAX_RESET_JITTER_SECONDS) * min(1.0, wait)
            + min(self._clock.error, wait)
        )
