"""A sustainable rate, learned from throttled requests alone.

It doubles until the first 429 (slow start), then stays below the rate that failed for a while, returns to it, and only
then probes beyond: CUBIC (RFC 9438), except that the plateau's length depends on what a 429 costs. Where a vendor
locks a client out for a minute, the next attempt to go faster comes minutes later; where it costs a second, after
seconds.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any, cast

from .state import MAX_HELD_SECONDS, LearnedState, SharedRate

# Simulated with silent limits (b3, c0, c1, d2, f0, s3) and without one (n0). Beside each value: what else was tried,
# and the time over the ideal time, or the percentage throttled. See docs/rate-limits.md#parameters.
INITIAL_RATE_PER_SECOND = 50.0  # 20: n0 1.31 for 1.23; 100: 1.19, but twice the burst
DOUBLING_SECONDS = 0.06  # 0.03: s3 0.6 % throttled for 0.4; 0.25: n0 1.51 for 1.23
CAREFUL_RATE_PER_SECOND = 5.0  # where a 429 costs a minute; 2: c0 1.25 for 1.21; 10: 200 items of c1 2.85 for 2.59
GIVEN_DOUBLING_SECONDS = 2.0  # from a rate that a vendor's description gives, where no document has a limit
CAREFUL_DOUBLING_SECONDS = 10.0  # 5: c0 1.35 for 1.21; 20: c0 1.18, but others' 7 % throttled for 4
_CAREFUL_WAIT_SECONDS = 10.0  # the documented wait that makes it so; 1: the same; 100 (never): c0 1.25 for 1.21
_MIN_RATE_PER_SECOND = 0.2  # 0.02: f0 2.12 for 1.46; 1: 51 % throttled for 13
_FIRST_CUT_FACTOR = 0.4  # 0.3: s3 1.21 for 1.19; 0.6: b3 throttles others' 47 % for 41
_CUT_FACTOR = 0.8  # 0.7 and 0.9: within 1 %
_OVERLOAD_CUT_FACTOR = 0.5  # 0.25 and 0.8: within 1 %, after a minute of 503
_HOLD_PER_BLOCKED_SECOND = 7.0  # 3: c1 1.88 for 1.83, others' 47 % throttled for 37; 14: d2, doubled, 1.07 for 1.03
_MIN_HOLD_SECONDS = 12.0  # 5: d2 2.0 % throttled for 1.2; 25: d2, doubled, 1.09 for 1.03
_MAX_HOLD_SECONDS = 600.0  # 200: c0 1.34 for 1.21; 1800: the same
_MIN_HOLD_REQUESTS = 15.0  # 3: f0 21 % throttled for 13; 60: 1.57 for 1.46
_CONFIDENT_SUCCESSES = 200  # 50: the same; 800: c1 2.05 for 1.83
_OVERLOAD_HOLD_SECONDS = 5.0  # 1: d2 with an outage 2.6 % throttled for 2.3; 20: 1.78 for 1.70
_NON_PROBING_FACTOR = 0.85  # 0.7: single calls 0.19 s for 0.22, bulk work 58 s for 56; 0.95: 0.29 s
_MIN_SUCCESSES = 5  # 0: the later of two clients does 37 % for 40 (b3); 20: the same
_BUCKET_SECONDS = 0.25  # 0.1 and 0.5: s3 1.24 and 1.23 for 1.19
_BUCKETS = 12  # 4: d2 1.4 % throttled for 1.2; 40: the same
_SLOW_START_BUCKETS = 8  # 2: b3 throttles others' 46 % for 41; 12: d2 1.3 % throttled for 1.2
_MIN_RATE_SAMPLES = 10  # successes; 3: f0 1.55 for 1.46; 40: d2 1.5 % throttled for 1.2
_DOUBLING_PER_BLOCKED_SECOND = 0.25  # 0 and 2: the later of two clients does 38 % and 48 % for 40 (b3)
_MAX_STEP_SECONDS = 1.0  # of idle time that counts; 0.2: c1 1.87 for 1.83; 5: the same


def constants() -> dict[str, float]:
    """Those of the decisions that a script repeats outside of Python."""
    return {
        "ln2": math.log(2.0),
        "min_rate": _MIN_RATE_PER_SECOND,
        "first_cut": _FIRST_CUT_FACTOR,
        "cut": _CUT_FACTOR,
        "overload_cut": _OVERLOAD_CUT_FACTOR,
        "hold_per_blocked": _HOLD_PER_BLOCKED_SECOND,
        "min_hold": _MIN_HOLD_SECONDS,
        "max_hold": _MAX_HOLD_SECONDS,
        "min_hold_requests": _MIN_HOLD_REQUESTS,
        "confident": _CONFIDENT_SUCCESSES,
        "overload_hold": _OVERLOAD_HOLD_SECONDS,
        "min_successes": _MIN_SUCCESSES,
        "bucket_seconds": _BUCKET_SECONDS,
        "buckets": _BUCKETS,
        "slow_start_buckets": _SLOW_START_BUCKETS,
        "min_rate_samples": _MIN_RATE_SAMPLES,
        "doubling": DOUBLING_SECONDS,
        "doubling_per_blocked": _DOUBLING_PER_BLOCKED_SECOND,
        "max_step_seconds": _MAX_STEP_SECONDS,
    }


_KEPT = ("successes", "cycle", "sent_at", "throttled_at", "failed_rate")


class RecentSuccesses:
    """How many requests succeeded in each quarter second of the last three seconds."""

    __slots__ = ("_counts",)

    def __init__(self, counts: Iterable[tuple[int, int]] = ()) -> None:
        self._counts: deque[tuple[int, int]] = deque(((at, count) for at, count in counts), maxlen=_BUCKETS)

    def dump(self) -> list[tuple[int, int]]:
        """What another one begins with."""
        return list(self._counts)

    def add(self, now: float, count: int = 1) -> None:
        """That many requests succeeded."""
        quarter = int(now / _BUCKET_SECONDS)
        if self._counts and self._counts[-1][0] == quarter:
            self._counts[-1] = (quarter, self._counts[-1][1] + count)
        else:
            self._counts.append((quarter, count))

    def rate(self, now: float, buckets: int = _BUCKETS) -> float | None:
        """Successes per second; None if there are too few to tell."""
        oldest = int(now / _BUCKET_SECONDS) - buckets
        counts = [(quarter, count) for quarter, count in self._counts if quarter > oldest]
        total = sum(count for _, count in counts)
        if total < _MIN_RATE_SAMPLES:
            return None
        return total / max(_BUCKET_SECONDS, now - counts[0][0] * _BUCKET_SECONDS)


class LearnedRate:
    """Requests per second that the vendor seems to accept.

    Time counts only while requests are sent and nothing else holds them back: neither an idle client nor one that waits
    for responses learns that a higher rate would be accepted.

    Args:
        documented_wait: seconds that the vendor's documentation asks to wait after a 429. A long one makes a
            429 expensive, and slow start careful.
        initial_rate: requests per second to begin with, from which slow start goes on carefully.

    Attributes:
        in_slow_start: the rate doubles, because no request has been throttled yet.
    """

    def __init__(self, documented_wait: float | None = None, initial_rate: float | None = None) -> None:
        is_careful = (documented_wait or 0.0) >= _CAREFUL_WAIT_SECONDS
        self._rate = CAREFUL_RATE_PER_SECOND if is_careful else INITIAL_RATE_PER_SECOND
        self._step = math.log(2.0) / (CAREFUL_DOUBLING_SECONDS if is_careful else DOUBLING_SECONDS)
        if initial_rate is not None:
            self._rate, self._step = initial_rate, math.log(2.0) / GIVEN_DOUBLING_SECONDS
        self.in_slow_start: bool = True
        self._top, self._hold, self._held = self._rate, _MIN_HOLD_SECONDS, 0.0
        self._successes, self._cycle = 0, 0.0
        self._sent_at: float | None = None
        self._throttled_at: float | None = None
        self._failed_rate = self._rate
        self._recent = RecentSuccesses()

    @property
    def found(self) -> float | None:
        """Requests per second, once a throttled request has shown where the limit is; None until then."""
        return None if self.in_slow_start else self.rate

    @property
    def rate(self) -> float:
        """Requests per second, now."""
        if self.in_slow_start:
            return self._rate
        x = (self._held - self._hold) / self._hold
        headroom = 1.0 - self._rate / self._top if x < 0 else 1.0
        return self._top * (1.0 + headroom * x**3)

    @property
    def non_probing_rate(self) -> float:
        """The same after slow start, but never so high that probing would provoke another 429."""
        return min(self.rate, _NON_PROBING_FACTOR * self._top)

    def record_sent(self, now: float, *, binding: bool) -> None:
        """A request was sent; ``binding`` if this rate is what holds requests back."""
        passed = 0.0 if self._sent_at is None else min(now - self._sent_at, _MAX_STEP_SECONDS)
        self._sent_at = now
        self._cycle += passed
        if binding:
            self._held += passed

    def record_success(self, now: float, *, binding: bool, count: int = 1) -> None:
        """A request was accepted, or that many of them."""
        self._successes += count
        self._recent.add(now, count)
        if self.in_slow_start and binding:
            self._rate += self._step * count

    def record_throttle(self, now: float, *, enforced: bool = True) -> None:
        """A request was throttled without an exhausted quota: an episode begins, unless one is going on.

        Args:
            now: seconds.
            enforced: requests kept to this rate; otherwise they may have exceeded it.
        """
        if self._throttled_at is None:
            self._throttled_at = now
            # While the rate doubles, a long average is dominated by the lower rates before.
            measured = self._recent.rate(now, _SLOW_START_BUCKETS if self.in_slow_start else _BUCKETS)
            failed = self.rate if measured is None else min(self.rate, measured) if enforced else measured
            self._failed_rate = max(_MIN_RATE_PER_SECOND, failed)

    def record_recovery(self, now: float, *, overload: bool) -> None:
        """Requests are accepted again: learn from the episode.

        Args:
            now: seconds.
            overload: the vendor was overloaded (503), which says little about its rate limit.
        """
        if self._throttled_at is None:
            return
        blocked, self._throttled_at, self._sent_at = now - self._throttled_at, None, None
        failed, successes, cycle = self._failed_rate, self._successes, self._cycle + blocked
        if overload:
            self._set(max(_MIN_RATE_PER_SECOND, _OVERLOAD_CUT_FACTOR * self.rate), self.rate, _OVERLOAD_HOLD_SECONDS)
        elif self.in_slow_start and successes < _MIN_SUCCESSES:
            # There is a limit, still unknown: continue slow start more slowly.
            self._rate = max(_MIN_RATE_PER_SECOND, self._rate / 2)
            self._step = min(self._step, math.log(2.0) / max(DOUBLING_SECONDS, _DOUBLING_PER_BLOCKED_SECOND * blocked))
        else:
            accepted_rate = successes / cycle if cycle > 0 else failed
            cut = _FIRST_CUT_FACTOR if self.in_slow_start else _CUT_FACTOR
            hold = _HOLD_PER_BLOCKED_SECOND * blocked * min(1.0, successes / _CONFIDENT_SUCCESSES)
            hold = max(min(max(hold, _MIN_HOLD_SECONDS), _MAX_HOLD_SECONDS), _MIN_HOLD_REQUESTS / failed)
            bound = math.sqrt(accepted_rate * failed)
            self._set(max(_MIN_RATE_PER_SECOND, min(cut * failed, bound)), failed, hold)
        self._successes, self._cycle = 0, 0.0

    def state(self) -> LearnedState | None:
        """What was learned; None before the first throttled request."""
        if self.in_slow_start:
            return None
        return LearnedState(
            rate=self._rate,
            throttled_rate=self._top,
            hold_seconds=self._hold,
            held_seconds=min(self._held, MAX_HELD_SECONDS),
        )

    def restore(self, state: LearnedState) -> None:
        """Continue with what another client learned."""
        self._set(max(_MIN_RATE_PER_SECOND, state["rate"]), state["throttled_rate"], state["hold_seconds"])
        self._held = state["held_seconds"]

    def shared(self, factor: float = 1.0) -> SharedRate:
        """What other processes continue with, at that many times the rate."""
        return SharedRate(
            rate=self._rate * factor,
            step=self._step * factor,
            slow_start=self.in_slow_start,
            top=self._top * factor,
            hold=self._hold,
            held=min(self._held, MAX_HELD_SECONDS),
        )

    def follow(self, shared: SharedRate, factor: float = 1.0) -> None:
        """Continue with what other processes have, at that many times their rate."""
        self._rate = max(_MIN_RATE_PER_SECOND, shared["rate"] * factor)
        self._step = shared["step"] * factor
        self._top = max(self._rate, shared["top"] * factor)
        self._hold, self._held = shared["hold"], shared["held"]
        self.in_slow_start = shared["slow_start"]

    def forget_recent(self) -> None:
        """Successes are incomplete: the rate that they show would be too low."""
        self._recent = RecentSuccesses()

    def bound(self, now: float) -> None:
        """The clock may have been set back: nothing happened later than now."""
        if self._sent_at is not None:
            self._sent_at = min(self._sent_at, now)
        if self._throttled_at is not None:
            self._throttled_at = min(self._throttled_at, now)

    def dump(self) -> dict[str, Any]:
        """Everything, for a file; JSON can hold it."""
        kept = {name: getattr(self, f"_{name}") for name in _KEPT}
        return {**self.shared(), **kept, "recent": self._recent.dump()}

    def load(self, dumped: Mapping[str, Any]) -> None:
        """Continue with what ``dump`` gave."""
        self.follow(cast("SharedRate", dumped))
        for name in _KEPT:
            setattr(self, f"_{name}", dumped[name])
        self._recent = RecentSuccesses(dumped["recent"])

    def _set(self, rate: float, top: float, hold: float) -> None:
        self._rate, self._top, self._hold, self._held = rate, max(top, rate), hold, 0.0
        self.in_slow_start = False
