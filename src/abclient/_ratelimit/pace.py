"""The default pace: a limit that the vendor documents, until responses announce what is allowed."""

from __future__ import annotations

import math
from collections import deque

from .quota import QuotaTracker


class Pace:
    """At most that many requests in any second, by when the last ones were sent.

    A second's worth of requests goes at once after a pause, and the next one a second after the first of them. So no
    window has more than the limit allows, however it begins: with 2 a second, 120 in any minute. A bucket of 2 that
    fills at that rate would let 3 pass in its first second, and 122 in its first minute.

    Args:
        limit: requests per second; None for no limit. Below 1, requests go one by one.
        announced: what responses announced; once there is anything, it replaces the pace.
    """

    __slots__ = ("_announced", "_limit", "_sent", "_window_seconds")

    def __init__(self, limit: float | None, announced: QuotaTracker) -> None:
        self._limit = math.inf if limit is None else limit
        self._announced = announced
        at_once = 0 if limit is None else max(1, int(limit))
        self._sent: deque[float] = deque(maxlen=at_once)
        self._window_seconds = at_once / self._limit

    def __bool__(self) -> bool:
        return self.rate < math.inf

    @property
    def rate(self) -> float:
        """Requests per second; infinite where nothing limits them."""
        return math.inf if self._announced else self._limit

    def delay(self, now: float) -> float:
        """Seconds until the next request may be sent; not positive if that is now."""
        if not self._sent or self._announced or len(self._sent) < (self._sent.maxlen or 0):
            return 0.0
        return self._sent[0] + self._window_seconds - now

    def record_sent(self, now: float) -> None:
        """A request is sent."""
        self._sent.append(now)

    def divided(self, parts: int) -> Pace:
        """One of that many parts, with what was sent until now."""
        part = Pace(self._limit / parts if self._limit < math.inf else None, self._announced)
        part._sent.extend(self._sent)
        return part
