"""Rate limits: how many requests a vendor lets through, and which headers it says so in."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_RATE = re.compile(r"(?P<count>\d+)(/(?P<seconds>\d+(\.\d+)?))?")


@dataclass(frozen=True)
class Rate:
    """So many requests in every window of so many seconds."""

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
class Standing:
    """Where a caller stands after one request.

    Attributes:
        allowed: whether the request was let through.
        rate: the limit.
        remaining: how many more requests the window has, for the account.
        route_remaining: the same for the operation that was called.
        reset: when the window ends, in seconds since 1970.
        wait: how long that is from now, in seconds.
    """

    allowed: bool
    rate: Rate
    remaining: int
    route_remaining: int
    reset: float
    wait: float


HeaderStyle = Callable[[Standing], Mapping[str, str]]


def retry_after(standing: Standing) -> dict[str, str]:
    """Only a refusal says anything: how many whole seconds to wait."""
    return {} if standing.allowed else {"Retry-After": str(math.ceil(standing.wait))}


def silent(standing: Standing) -> dict[str, str]:
    """No header at all: the caller learns of the limit by meeting it."""
    return {}


STYLES: Mapping[str, HeaderStyle | None] = {"vendor": None, "retry-after": retry_after, "silent": silent}
"""What ``--limit-style`` accepts; None stands for the headers the vendor itself sends."""


@dataclass
class FixedWindow:
    """Counts requests in windows that start at whole multiples of their length; a refused request does not count."""

    rate: Rate
    clock: Callable[[], float]
    _window: float = field(default=-1.0, init=False)
    _used: int = field(default=0, init=False)
    _routes: Counter[str] = field(default_factory=Counter[str], init=False)

    def admit(self, route: str) -> Standing:
        """Count one request to a route, or refuse it."""
        now = self.clock()
        window = now // self.rate.seconds
        if window != self._window:
            self._window, self._used = window, 0
            self._routes.clear()
        allowed = self._used < self.rate.count
        if allowed:
            self._used += 1
            self._routes[route] += 1
        reset = (window + 1) * self.rate.seconds
        return Standing(
            allowed=allowed,
            rate=self.rate,
            remaining=self.rate.count - self._used,
            route_remaining=self.rate.count - self._routes[route],
            reset=reset,
            wait=reset - now,
        )
