"""A cooldown after requests were throttled: it ends when one probe has succeeded."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from attrs import define

from .._policy import MAX_COOLDOWN_SECONDS, cooldown_delay, lengthened
from .._rate_limit_headers import plausible_wait
from ..errors import RateLimitedLocallyError
from .quota import ACCOUNT, Permit

_LAST_DURATION_DIVISOR = 3.0  # a third of the last one at least; 1000: b3 1.4 % throttled for 1.1; 1: d2 1.00 for 0.98
_NEVER = -1  # a request's number, before the first
_RESTART_SPREAD_SECONDS = 1.0  # 100 callers: 17 % throttled; 0.2: 42 %; 4: 13 %, but each waits longer
_RETRY_AFTER_ROUNDING_SECONDS = 1.0  # Retry-After is whole seconds, rounded up (RFC 9110, 10.2.3)


def constants() -> dict[str, float]:
    """Those of the decisions that a script repeats outside of Python."""
    return {"last_duration_divisor": _LAST_DURATION_DIVISOR}


def seconds_to_wait(retry_after: float | None, reset: float | None, documented: float | None) -> float | None:
    """Seconds to wait after a 429: until the reset that explains it, unless clearly more is asked for."""
    plausible, reset_wait = plausible_wait(retry_after), plausible_wait(reset)
    if reset_wait is not None and (plausible is None or plausible < reset_wait + _RETRY_AFTER_ROUNDING_SECONDS):
        return reset_wait
    return next((wait for wait in (plausible, retry_after, reset) if wait is not None), documented)


def not_admitted(delay: float) -> RateLimitedLocallyError:
    """The error of a call that would have to wait that many seconds, beyond its deadline."""
    error = RateLimitedLocallyError(
        f"not sent, because the vendor's limits hold it back for another {math.ceil(delay)} seconds"
    )
    error.retry_after = delay
    return error


def restart_delay(ended: list[Cooldown], left: float, uniform: Callable[[float, float], float]) -> float:
    """Seconds to wait after these cooldowns: all calls would go on at once, and be throttled together again.

    Args:
        ended: what was waited for.
        left: seconds until the deadline.
        uniform: a random number between two.
    """
    longest = max(cooldown.last_duration for cooldown in ended)
    return uniform(0.0, min(_RESTART_SPREAD_SECONDS, left, longest))


class Throttle(NamedTuple):
    """A throttled request.

    Attributes:
        number: of the request, counted over the account.
        scope: what cools down: the account, or a route.
        wait: seconds that the vendor asks to wait, or documents.
        overload: the vendor is overloaded, rather than called too often.
        teaches: it says something about the rate, because no announced quota explains it.
        enforced: requests kept to the learned rate.
    """

    number: int
    scope: str
    wait: float | None
    overload: bool
    teaches: bool
    enforced: bool


@define
class Cooldown:
    """While it is active, requests wait; after ``until`` one of them probes, and its response ends or extends it.

    Attributes:
        active: whether requests wait.
        until: when a probe may be sent.
        probe: the number of the probing request.
        overload: it was started by a 503.
        last_duration: seconds that the previous one took.
    """

    active: bool = False
    until: float = 0.0
    probe: int | None = None
    overload: bool = False
    last_duration: float = 0.0
    _throttles: int = 0
    _last_of_episode: int = _NEVER
    _started_at: float = 0.0

    def record_throttle(
        self, number: int, newest: int, now: float, retry_after: float | None, uniform: Callable[[float, float], float]
    ) -> bool:
        """A request was throttled.

        Requests in flight together are throttled together: the first of them begins an episode, the others can only
        extend it.

        Args:
            number: of the throttled request.
            newest: the number of the newest request sent.
            now: seconds.
            retry_after: seconds that the vendor asks to wait, or documents; an implausible wait is probed earlier.
            uniform: a random number between two.

        Returns:
            Whether a new episode began.
        """
        new_episode = number > self._last_of_episode
        if new_episode:
            self._throttles = self._throttles + 1 if self.active else 1
            self._last_of_episode = newest
            # The previous one took long: probing at once, again and again, would only add 429s.
            least = 0.0
            if retry_after is None:
                least = lengthened(min(MAX_COOLDOWN_SECONDS, self.last_duration / _LAST_DURATION_DIVISOR), uniform)
            self._hold_until(now, now + max(least, cooldown_delay(self._throttles, retry_after, uniform)))
        elif (retry_after := plausible_wait(retry_after)) is not None:
            self._hold_until(now, max(self.until, now + retry_after))
        return new_episode

    def seconds_until_probe(self, now: float) -> float:
        """Seconds until a probe may be sent; infinite while one is in flight."""
        return math.inf if self.probe is not None else self.until - now

    def end(self, now: float) -> None:
        """The probe succeeded."""
        self.active, self.probe = False, None
        self.last_duration = now - self._started_at

    def follow(self, seconds: float, now: float) -> None:
        """What processes share says: try again after that many seconds."""
        if self.probe is None:
            self._hold_until(now, now + seconds)

    def extend(self, seconds: float, now: float) -> None:
        """Another client was throttled: wait for that many more seconds."""
        self._hold_until(now, max(self.until, now + seconds) if self.active else now + seconds)

    def _hold_until(self, now: float, until: float) -> None:
        if not self.active:
            self.active, self._started_at = True, now
        self.until = until


class Cooldowns(defaultdict[str, Cooldown]):
    """The cooldowns of an account, by scope: the account itself, or a route."""

    def active(self, route: str) -> list[Cooldown]:
        """Those that a call to the route has to wait for."""
        if not self:
            return []
        return [cooldown for cooldown in (self.get(ACCOUNT), self.get(route)) if cooldown and cooldown.active]

    def probed_by(self, permit: Permit) -> list[tuple[str, Cooldown]]:
        """Those whose probe the request is."""
        found = ((scope, self.get(scope)) for scope in (ACCOUNT, permit.route))
        return [(scope, cooldown) for scope, cooldown in found if cooldown and cooldown.probe == permit.number]
