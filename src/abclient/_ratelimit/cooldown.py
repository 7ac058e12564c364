"""A gate that closes when requests are refused for their rate, and lets one probe through before it opens."""

from __future__ import annotations

import math
from collections.abc import Callable

from attrs import define

from .._policy import cooldown_delay
from .._rate_limit_headers import plausible_wait

_NEVER = -1
_LONGEST_UNASKED = 10.0


@define
class Gate:
    """Closed until a moment, then open to one probe; the probe's answer opens it or closes it for longer.

    Attributes:
        closed: whether requests wait.
        opens_at: when a probe may go.
        probe: the number of the request that probes.
        overload: the refusal was a 503.
        block: for how many seconds it was closed the last time.
    """

    closed: bool = False
    opens_at: float = 0.0
    probe: int | None = None
    overload: bool = False
    block: float = 0.0
    _refusals: int = 0
    _closed_by: int = _NEVER
    _closed_at: float = 0.0

    def refuse(
        self, number: int, newest: int, now: float, asked: float | None, uniform: Callable[[float, float], float]
    ) -> bool:
        """A request was refused.

        Requests that were in flight together are refused together: only the first of them is a lesson, the others can
        only make the wait longer.

        Args:
            number: of the request that was refused.
            newest: the number of the newest request sent.
            now: seconds.
            asked: seconds that the vendor asks to wait, or documents; more than can be meant is probed earlier.
            uniform: a random number between two.

        Returns:
            Whether it is a lesson.
        """
        lesson = number > self._closed_by
        if lesson:
            self._refusals = self._refusals + 1 if self.closed else 1
            self._closed_by = newest
            # It took long the last time: asking again and again at once would only add refusals.
            least = min(_LONGEST_UNASKED, self.block / 3) * uniform(1.0, 1.25) if asked is None else 0.0
            self._close(now, now + max(least, cooldown_delay(self._refusals, asked, uniform)))
        elif (asked := plausible_wait(asked)) is not None:
            self._close(now, max(self.opens_at, now + asked))
        return lesson

    def until_probe(self, now: float) -> float:
        """Seconds until a probe may go; infinite while one is under way."""
        return math.inf if self.probe is not None else self.opens_at - now

    def open(self, now: float) -> None:
        """The probe was let through."""
        self.closed, self.probe = False, None
        self.block = now - self._closed_at

    def close_for(self, seconds: float, now: float) -> None:
        """Somebody else was refused, for so many seconds more."""
        self._close(now, max(self.opens_at, now + seconds) if self.closed else now + seconds)

    def _close(self, now: float, until: float) -> None:
        if not self.closed:
            self.closed, self._closed_at = True, now
        self.opens_at = until
