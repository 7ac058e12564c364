"""What the vendor announces is left, and how to make it last: spread over its window, with room for others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .._rate_limit_headers import MAX_WINDOW_SECONDS, RateLimitInfo

ACCOUNT = "account"
ROUTE = "route"

_OTHERS_MEMORY = 3.0
_ROOM_FOR_OTHERS = 0.9
_LEAST_OF_EVEN = 0.25
_SMALL_JOB_MARGIN = 1.5
_NEWS_WITHIN = 5.0
_SLIDE = 0.05
_RESERVE, _RESERVE_OF_WINDOW = 1.25, 0.125
_MOST_LIMITS = 16  # by name, over an account: LaunchDarkly has two, and made-up names must not fill the memory


class Permit(NamedTuple):
    """Permission to send one request: which one it is, counted over the account and over its route.

    Attributes:
        route: which quota it counts for, beside the account's.
        number: counted over the account.
        number_on_route: counted over its route.
        sent_at: when it was sent, by our monotonic clock.
        adaptive: it keeps to the sustainable rate.
        call: the number of the first request of the call that it belongs to.
        fixed: it is of bulk work with a fixed number of calls.
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

    One answer tells it within a second and its round trip; each further one narrows that down. Quotas that start anew
    every second or every ten cannot be adaptive with less.
    """

    __slots__ = ("_high", "_low")

    def __init__(self) -> None:
        self._low, self._high = -math.inf, math.inf

    def hear(self, date: float, sent_at: float, heard_at: float) -> None:
        """An answer to a request sent and heard at these moments was dated so."""
        low, high = date - heard_at, date + 1.0 - sent_at
        if low > self._high:
            self._low, self._high = low, low + _SLIDE
        elif high < self._low:
            self._low, self._high = high - _SLIDE, high
        else:
            self._low, self._high = max(low, self._low), min(high, self._high)

    def hear_reset(self, reset: float, sent_at: float) -> None:
        """An answer to a request sent at that moment told of a reset to come, by the vendor's clock.

        So it cannot be further ahead than that. Requests that are in phase with the vendor's seconds get the same dates
        for ever, and would not narrow it down. A vendor that rounds resets down contradicts its own dates: they count.
        """
        ahead = reset - sent_at
        if self._low < ahead < self._high:
            self._high = ahead

    @property
    def ahead(self) -> float:
        """Seconds; negative if it is behind."""
        return (self._low + self._high) / 2

    @property
    def error(self) -> float:
        """By how much ``ahead`` may be wrong at most, in seconds; 0 before anything was heard."""
        return (self._high - self._low) / 2 if self._low > -math.inf else 0.0


class Budget:
    """What the newest answer said is left of one quota, and what that means now.

    Others who use the same quota are seen in what vanishes from it without us. They are left room, but a little less
    than they take: two clients that each yield to all of the other's use would have no unique way to share.

    Attributes:
        resets_at: when the window ends, by our clock.
        heard_from: the number of the request whose answer it was.
    """

    __slots__ = (
        "_heard_at",
        "_remaining",
        "_seconds",
        "_taken",
        "_window_at",
        "_window_from",
        "heard_from",
        "resets_at",
    )

    def __init__(self, remaining: int, resets_at: float, number: int, now: float) -> None:
        self._remaining, self.resets_at = remaining, resets_at
        self.heard_from: int = number
        self._heard_at = now
        self._window_from, self._window_at = number, now
        self._taken, self._seconds = 0.0, 1.0

    def hear(self, remaining: int, resets_at: float, number: int, now: float) -> None:
        """An answer to a request that is no older than the last one heard."""
        passed = now - self._heard_at
        if resets_at - self.resets_at < 0.6 * max(resets_at - now, 0.5):
            fade = math.exp(-passed / _OTHERS_MEMORY)
            vanished = self._remaining - remaining - (number - self.heard_from)
            self._taken = self._taken * fade + vanished
            self._seconds = self._seconds * fade + passed
        else:
            self._window_from, self._window_at = number, now
        self._remaining, self.resets_at = remaining, resets_at
        self.heard_from, self._heard_at = number, now

    @property
    def others(self) -> float:
        """Requests per second that others take."""
        return max(0.0, self._taken) / self._seconds if self._seconds > 0 else 0.0

    def is_spent(self, sent: int) -> bool:
        """Whether nothing is left, after as many requests sent."""
        return self._remaining <= sent - self.heard_from

    def usable(self, sent: int, now: float) -> float:
        """How many requests are left for us, by a cautious guess at what others took since the last answer."""
        left = self._remaining - (sent - self.heard_from)
        return left - min(self.others * (now - self._heard_at), max(0.0, left / 2))

    def reserve(self, round_trip: float) -> float:
        """How many requests to leave to others: what they send while ours is under way, or in a window's last part."""
        last_part = min(_RESERVE, _RESERVE_OF_WINDOW * (self.resets_at - self._window_at))
        return self.others * max(round_trip, last_part)

    def is_over(self, now: float) -> bool:
        """Whether its window has ended and nothing was heard for so long that the last one tells nothing."""
        return now > self.resets_at + _NEWS_WITHIN

    def rate(self, usable: float, now: float) -> float:
        """Requests per second that make it last until the reset.

        After that, until there is news, as many as were sent in the window before, or as it would have allowed: by what
        was sent alone they would be fewer each time, until one is sent in each window.
        """
        rest = self.resets_at - now
        if rest <= 0:
            used = self.heard_from - self._window_from
            sent = used / max(1.0, self._heard_at - self._window_at)
            return max(1.0, sent, (used + self._remaining) / max(1.0, self.resets_at - self._window_at))
        # One at least: a slot that is further away than the reset would let windows pass unused.
        return max(usable / rest - _ROOM_FOR_OTHERS * self.others, _LEAST_OF_EVEN * usable / rest, 1 / rest)

    def is_ample(self, usable: float, work: float, now: float) -> bool:
        """Whether so many requests need no pacing: they fit in, and so do the others until the reset."""
        return work <= usable - _SMALL_JOB_MARGIN * self.others * max(0.0, self.resets_at - now)


class Quotas:
    """All quotas of an account, and how many requests were sent that count for each.

    Args:
        uniform: a random number between two.
    """

    __slots__ = ("_clock", "_of_account", "_of_routes", "_sent", "_uniform")

    def __init__(self, uniform: Callable[[float, float], float]) -> None:
        self._of_account: dict[str, Budget] = {}
        self._of_routes: dict[str, Budget] = {}
        self._sent: dict[str, int] = {ACCOUNT: 0}
        self._clock = ServerClock()
        self._uniform = uniform

    def __bool__(self) -> bool:
        return bool(self._of_account or self._of_routes)

    def count(self, route: str) -> tuple[int, int]:
        """One more request is sent to the route: its number, over the account and over the route."""
        sent = self._sent
        sent[ACCOUNT] += 1
        sent[route] = sent.get(route, 0) + 1
        return sent[ACCOUNT], sent[route]

    @property
    def newest(self) -> int:
        """The number of the request that was sent last."""
        return self._sent[ACCOUNT]

    def hear(self, permit: Permit, quotas: Iterable[RateLimitInfo], date: float | None, now: float) -> None:
        """What the answer to a request says is left."""
        if date is not None:
            self._clock.hear(date, permit.sent_at, now)
        for scope, remaining, reset_in in quotas:
            if reset_in > MAX_WINDOW_SECONDS:  # what is left until then says nothing about what may be sent now
                continue
            of_route = scope == ROUTE
            budgets, key = (self._of_routes, permit.route) if of_route else (self._of_account, scope)
            number = permit.number_on_route if of_route else permit.number
            resets_at = now + reset_in
            if date is not None:
                self._clock.hear_reset(date + reset_in, permit.sent_at)
                resets_at = max(now, date + reset_in - self._clock.ahead)
            known = budgets.get(key)
            if known is None or (known.is_over(now) and number >= known.heard_from):
                if known is None and not of_route and len(budgets) >= _MOST_LIMITS:
                    del budgets[next(iter(budgets))]
                budgets[key] = Budget(remaining, resets_at, number, now)
            elif number >= known.heard_from:
                known.hear(remaining, resets_at, number, now)

    def until_reset(self, spent: Iterable[RateLimitInfo], route: str, now: float) -> float | None:
        """Seconds until the last of the spent quotas starts anew, by what was heard of them; None if none is spent."""
        wait: float | None = None
        for quota in spent:
            budget = self._of_routes.get(route) if quota.scope == ROUTE else self._of_account.get(quota.scope)
            meant = budget is not None and quota.reset_in <= MAX_WINDOW_SECONDS
            left = max(0.0, budget.resets_at - now) if budget and meant else quota.reset_in
            wait = left if wait is None else max(wait, left)
        return None if wait is None else wait + min(self._clock.error, wait)

    def pause(self, route: str, now: float) -> float:
        """Seconds until every quota that covers the route has one request left, others not counted."""
        wait = 0.0
        for budget, sent in self._covering(route):
            if now < budget.resets_at and budget.is_spent(sent):
                wait = max(wait, self._after_reset(budget.resets_at - now))
        return wait

    def cautious_pause(self, route: str, now: float, share: float, round_trip: float) -> float:
        """The same, leaving to others what they will take while a request is under way."""
        waits = [
            self._after_reset(budget.resets_at - now)
            for budget, sent in self._covering(route)
            if now < budget.resets_at and budget.usable(sent, now) * share < 1.0 + budget.reserve(round_trip)
        ]
        return max(waits, default=0.0)

    def rate(self, route: str, now: float, share: float, work: float) -> float | None:
        """Requests per second that all quotas allow: None without any news, infinite where they are ample."""
        rate: float | None = None
        for budget, sent in self._covering(route):
            if budget.is_over(now):
                continue
            usable = budget.usable(sent, now) * share
            ample = budget.is_ample(usable, work, now)
            allowed = math.inf if ample else budget.rate(usable, now)
            rate = allowed if rate is None else min(rate, allowed)
        return rate

    def _covering(self, route: str) -> list[tuple[Budget, int]]:
        sent = self._sent[ACCOUNT]
        covering = [(budget, sent) for budget in self._of_account.values()]
        if (of_route := self._of_routes.get(route)) is not None:
            covering.append((of_route, self._sent[route]))
        return covering

    def _after_reset(self, wait: float) -> float:
        """A little after the reset, by as much as clocks may differ and so that not everyone comes at once."""
        wait = max(0.0, wait)
        return wait + self._uniform(0.02, 0.3) * min(1.0, wait) + min(self._clock.error, wait)
