"""A sustainable rate, learned from refusals alone.

It doubles until the first refusal, then stays below the rate that failed for a while, comes back to it, and only then
looks beyond: CUBIC, as TCP does it, except that how long it stays depends on what a refusal costs. Where a vendor locks
its caller out for a minute, the next try to go faster comes minutes later; where it costs a second, after seconds.
"""

from __future__ import annotations

import math
from collections import deque

from .state import LearnedState

FIRST_RATE, DOUBLING = 50.0, 0.06
CAREFUL_RATE, CAREFUL_DOUBLING = 5.0, 10.0
_CAREFUL_FROM = 10.0
_LOWEST = 0.2

_FIRST_CUT, _CUT, _OVERLOAD_CUT = 0.4, 0.8, 0.5
_HOLD_PER_BLOCKED, _SHORTEST_HOLD, _LONGEST_HOLD = 7.0, 12.0, 600.0
_HOLD_REQUESTS = 15.0
_CONFIDENT_AFTER = 200
_OVERLOAD_HOLD = 5.0
_QUIET = 0.85  # of the rate that was refused; simulated for 20 a second, with and without Retry-After
_TOO_FEW = 5

_BUCKET, _BUCKETS, _BUCKETS_OF_START = 0.25, 12, 8
_LONGEST_STEP = 1.0
_LONGEST_HELD = 86_400.0  # seconds; a day: by then the rate is far above the one that was refused


class Recent:
    """How many succeeded in each quarter of the last three seconds."""

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts: deque[tuple[int, int]] = deque(maxlen=_BUCKETS)

    def add(self, now: float) -> None:
        """One succeeded."""
        quarter = int(now / _BUCKET)
        if self._counts and self._counts[-1][0] == quarter:
            self._counts[-1] = (quarter, self._counts[-1][1] + 1)
        else:
            self._counts.append((quarter, 1))

    def rate(self, now: float, buckets: int = _BUCKETS) -> float | None:
        """Successes per second; None if there are too few to tell."""
        oldest = int(now / _BUCKET) - buckets
        counts = [(quarter, count) for quarter, count in self._counts if quarter > oldest]
        total = sum(count for _, count in counts)
        if total < 10:
            return None
        return total / max(_BUCKET, now - counts[0][0] * _BUCKET)


class LearnedRate:
    """Requests per second that seem to be let through.

    Time counts only while requests are sent and nothing else holds them back: neither an idle client nor one that waits
    for its answers learns that a higher rate would be fine.

    Args:
        documented_wait: seconds that the vendor's documentation asks to wait after a refusal. A long one makes a
            refusal expensive, and the start careful.
    """

    def __init__(self, documented_wait: float | None = None) -> None:
        careful = (documented_wait or 0.0) >= _CAREFUL_FROM
        self._rate = CAREFUL_RATE if careful else FIRST_RATE
        self._step = math.log(2.0) / (CAREFUL_DOUBLING if careful else DOUBLING)
        self._starting = True
        self._top, self._hold, self._held = self._rate, _SHORTEST_HOLD, 0.0
        self._good, self._cycle = 0, 0.0
        self._sent_at: float | None = None
        self._blocked_at: float | None = None
        self._failing = self._rate
        self._recent = Recent()

    @property
    def starting(self) -> bool:
        """Whether no refusal has taught anything yet."""
        return self._starting

    @property
    def rate(self) -> float:
        """Requests per second, now."""
        if self._starting:
            return self._rate
        x = (self._held - self._hold) / self._hold
        room = 1.0 - self._rate / self._top if x < 0 else 1.0
        return self._top * (1.0 + room * x**3)

    @property
    def quiet_rate(self) -> float:
        """The same, once a refusal taught it, but never so high that it would meet another one to find out more."""
        return min(self.rate, _QUIET * self._top)

    def sent(self, now: float, *, binding: bool) -> None:
        """A request was sent; ``binding`` if it is this rate that holds requests back."""
        passed = 0.0 if self._sent_at is None else min(now - self._sent_at, _LONGEST_STEP)
        self._sent_at = now
        self._cycle += passed
        if binding:
            self._held += passed

    def succeeded(self, now: float, *, binding: bool) -> None:
        """A request was let through."""
        self._good += 1
        self._recent.add(now)
        if self._starting and binding:
            self._rate += self._step

    def refused(self, now: float, *, bound: bool = True) -> None:
        """A request was refused, and nothing announced it: an episode begins, unless one is going on.

        Args:
            now: seconds.
            bound: requests kept to this rate; others may have been more.
        """
        if self._blocked_at is None:
            self._blocked_at = now
            # While the rate doubles, an average over long is an average over what it was before.
            seen = self._recent.rate(now, _BUCKETS_OF_START if self._starting else _BUCKETS)
            self._failing = max(_LOWEST, self.rate if seen is None else min(self.rate, seen) if bound else seen)

    def reopened(self, now: float, *, overload: bool) -> None:
        """Requests are let through again: what the episode taught.

        Args:
            now: seconds.
            overload: the vendor was overloaded (503), which says little about the rate it grants.
        """
        if self._blocked_at is None:
            return
        blocked, self._blocked_at, self._sent_at = now - self._blocked_at, None, None
        failing, good, cycle = self._failing, self._good, self._cycle + blocked
        if overload:
            self._settle(max(_LOWEST, _OVERLOAD_CUT * self.rate), self.rate, _OVERLOAD_HOLD)
        elif self._starting and good < _TOO_FEW:
            # There is a limit, though nothing is known about it: it is looked for more slowly than at first.
            self._rate = max(_LOWEST, self._rate / 2)
            self._step = min(self._step, math.log(2.0) / max(DOUBLING, blocked / 4))
        else:
            let_through = good / cycle if cycle > 0 else failing
            cut = _FIRST_CUT if self._starting else _CUT
            hold = _HOLD_PER_BLOCKED * blocked * min(1.0, good / _CONFIDENT_AFTER)
            hold = max(min(max(hold, _SHORTEST_HOLD), _LONGEST_HOLD), _HOLD_REQUESTS / failing)
            bound = math.sqrt(let_through * failing)
            self._settle(max(_LOWEST, min(cut * failing, bound)), failing, hold)
        self._good, self._cycle = 0, 0.0

    def state(self) -> LearnedState | None:
        """What refusals have taught; None before the first."""
        if self._starting:
            return None
        return LearnedState(
            rate=self._rate,
            refused_rate=self._top,
            hold_seconds=self._hold,
            held_seconds=min(self._held, _LONGEST_HELD),
        )

    def restore(self, state: LearnedState) -> None:
        """Go on with what refusals taught another client."""
        self._settle(max(_LOWEST, state["rate"]), state["refused_rate"], state["hold_seconds"])
        self._held = state["held_seconds"]

    def _settle(self, rate: float, top: float, hold: float) -> None:
        self._rate, self._top, self._hold, self._held = rate, max(top, rate), hold, 0.0
        self._starting = False
