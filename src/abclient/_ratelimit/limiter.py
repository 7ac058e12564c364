"""The rate limiter of one account at one host: when the next request may be sent."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Awaitable, Callable, Sequence

from .._rate_limit_headers import MAX_WINDOW_SECONDS, RateLimitInfo
from .calls import RecentCalls
from .concurrency import ConcurrencyLimit
from .cooldown import Cooldown, Cooldowns, Throttle, not_admitted, restart_delay, seconds_to_wait
from .locks import CancelScope, Signal, loop_time
from .pace import Pace
from .queues import Queued, Queues
from .quota import ACCOUNT, Permit, QuotaTracker
from .rate import LearnedRate
from .retry_quota import RetryQuota
from .state import VERSION, ParsedState, RateLimitState

# Beside each value: what else was tried, and the time over the ideal time. See docs/rate-limits.md#parameters.
_BURST_SECONDS = 0.05  # how late a slot may be used; 0.02: n0 1.26 for 1.23; 0.2: d2 1.00 for 0.98
_UNPACED_CONCURRENCY = 16  # requests; 8: a2 1.35 for 1.07; 32: 0.93, but several processes burst together
_INITIAL_RTT_SECONDS = 0.1  # until responses have replaced it
_MIN_RTT_SECONDS = 1e-6  # a divisor
_RTT_EWMA_WEIGHT = 0.9  # of the value before; 0 and 0.99: the same
_RATE_OVER_CONCURRENCY = 2.0  # learned rate times round trip, over the limit; 1: n0 1.31 for 1.23; 10: the same
_MIN_RECHECK_SECONDS = 0.1  # how soon an earlier slot or reset is noticed; 2: 1.31 for 1.25 (5 in 1 s); 0.02: 1.24
_RECHECK_FRACTION = 0.05  # the same, of a long delay; 1: 1.31 for 1.25; 0.01: the same


class RateLimiter:
    """Decides when the next request to a route may be sent.

    Every request needs a permit from ``acquire``, which ends with ``record_success``, ``record_throttle`` or
    ``release``, once: a response to an older request must not override a newer one.

    A single call waits only where something is known to be scarce; those that waited for a cooldown go on one after
    the other, within a second after it ends, so that they are not throttled together again. An *adaptive* one, part of
    bulk work that finds the sustainable rate, keeps to the announced or so far learned rate and the concurrency limit.

    Args:
        documented_wait: seconds that the vendor's documentation asks to wait after a 429 that names no time.
        max_rate: requests per second that no call may exceed.
        advised_rate: the same for adaptive requests only, unless ``max_rate`` is given.
        initial_rate: what adaptive requests begin with, while no request has been throttled.
        pace: requests per second that no call exceeds while no response has announced a limit; as many may go at once.
        share: of an announced quota, the part that adaptive requests may use.
        max_concurrency: how many adaptive requests may be in flight.
        clock: seconds; by default of the running event loop, by which deadlines go even where other clocks stop.
        sleep: waits that many seconds.
        uniform: a random number between two.
    """

    def __init__(
        self,
        *,
        documented_wait: float | None = None,
        max_rate: float | None = None,
        advised_rate: float | None = None,
        initial_rate: float | None = None,
        pace: float | None = None,
        share: float = 1.0,
        max_concurrency: int = 100,
        clock: Callable[[], float] = loop_time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        uniform: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self.retry_quota: RetryQuota = RetryQuota()
        self.documented_wait: float | None = documented_wait
        self.max_concurrency: int = max_concurrency
        self.clock: Callable[[], float] = clock
        self.uniform: Callable[[float, float], float] = uniform
        self._sleep = sleep
        self._max_rate: float | None = max_rate
        self._max_bulk_rate: float = max_rate or advised_rate or math.inf
        self._share = share
        self._quotas = QuotaTracker(uniform)
        self._cooldowns = Cooldowns(Cooldown)
        self._pace: Pace = Pace(pace, self._quotas)
        self.learned: LearnedRate = LearnedRate(documented_wait, initial_rate)
        self._uses_learned_rate = True
        self._quotas_unreliable = False
        self._concurrency = ConcurrencyLimit(max_concurrency)
        self._in_flight = self._pending = 0
        self._rtt = _INITIAL_RTT_SECONDS
        self._next_slot = -math.inf
        self._recent = RecentCalls()
        self._queues = Queues(self._issue_when_due, self._grant, self.release)
        self._state_changed, self._scope = Signal(), CancelScope()
        self._overloaded_call: int | None = None

    async def acquire(
        self,
        route: str,
        *,
        adaptive: bool = False,
        bulk: bool = False,
        previous: Permit | None = None,
        deadline: float = math.inf,
    ) -> Permit:
        """Wait until a request to the route may be sent. Costs next to nothing while nothing is scarce.

        Args:
            route: whose quota it counts for, besides the account's.
            adaptive: it belongs to bulk work that keeps to the sustainable rate.
            bulk: it belongs to bulk work, of either kind; while single calls are made, it keeps to that rate, too.
            previous: of the call's last request, if this is not its first: it does not queue behind the others again.
            deadline: when the permit becomes useless, by ``clock``; ignored by adaptive requests.

        Raises:
            ClientClosedError: the limiter was closed while it waited.
            RateLimitedLocallyError: it certainly could not be sent by the deadline.
        """
        if adaptive:
            return await self._queues.acquire(Queued(route, previous, fixed=False))
        now = self.clock()
        self._recent.record(now, bulk=bulk)
        waited_for: list[Cooldown] = []
        while True:
            if bulk and (self._quotas or self._pace or self._recent.has_single(now)):
                return await self._queues.acquire(Queued(route, previous, fixed=True))
            if not self._may_be_scarce():
                break
            hold, active = self._hold_time(route, now), self._cooldowns.active(route)
            if deadline < now + hold < math.inf:
                raise not_admitted(hold)
            due = self._next_slot - now if self._max_rate else self._pace.delay(now)
            delay = hold if active else max(hold, due)
            if waited_for and not active:
                delay = max(delay, restart_delay(waited_for, deadline - now, self.uniform))
            if delay <= 0 and (delay := await self._claim(route, adaptive=False)) <= 0:
                now = self.clock()
                break
            waited_for = active
            await self._wait(delay)
            now = self.clock()
        return self._issue(route, previous, now, adaptive=False)

    async def sleep(self, seconds: float) -> None:
        """Sleep; raises ClientClosedError if the limiter was closed meanwhile."""
        await self._scope.wait(self._sleep(seconds))

    def state(self, vendor: str, at: float) -> RateLimitState:
        """What was learned, for another client of the vendor; ``at`` is now, in seconds since 1970."""
        now = self.clock()
        active = {scope: at + max(0.0, each.until - now) for scope, each in self._cooldowns.items() if each.active}
        return RateLimitState(version=VERSION, vendor=vendor, learned=self.learned.state(), cooldown_until=active)

    def restore(self, state: ParsedState, at: float) -> None:
        """Begin with what another client learned; ``at`` is now, in seconds since 1970."""
        if state.learned is not None:
            self.learned.restore(state.learned)
        for scope, until in state.cooldown_until.items():
            if until > at:
                self._cooldowns[scope].extend(min(until - at, MAX_WINDOW_SECONDS), self.clock())

    def close(self) -> None:
        """End all waits: no more requests will be sent."""
        self._scope.cancel()

    async def aclose(self) -> None:
        """End all waits, and whatever the limiter itself has open."""
        self.close()

    async def wait_for_capacity(self) -> None:
        """Wait until bulk work may begin another call: while the queue is long, it would only wait in it."""
        await self._queues.wait_for_room()

    def add_pending(self, calls: int) -> None:
        """Bulk work has that many more calls to make; a negative number for those made or given up."""
        self._pending += calls

    def record_success(self, permit: Permit, limits: Sequence[RateLimitInfo] = (), date: float | None = None) -> None:
        """The request was processed, whatever its result: a cooldown that it probed ends.

        Args:
            permit: of the request.
            limits: what the response announces.
            date: the vendor's time, seconds since 1970, if it gave resets as points in time.
        """
        self._overloaded_call = None
        if limits or self._cooldowns or permit.adaptive:
            self._learn(permit, limits, date, self.clock())
        self._state_changed.notify_all()

    def _learn(self, permit: Permit, limits: Sequence[RateLimitInfo], date: float | None, now: float) -> None:
        if limits:
            self._quotas.update(permit, limits, date, now)
        if self._cooldowns:
            self._end_cooldowns(permit, now)
        if permit.adaptive:
            self._record_latency(permit, now)
        if limits and self._next_slot > now:
            # The slot was set by outdated limits: a new window must not wait for the old one's slot.
            fixed = self._recent.has_bulk(now)
            self._next_slot = min(self._next_slot, now + 1 / self._rate(permit.route, now, fixed=fixed))

    def record_throttle(
        self,
        permit: Permit,
        retry_after: float | None,
        limits: Sequence[RateLimitInfo] = (),
        date: float | None = None,
        *,
        overload: bool = False,
    ) -> float:
        """The request was throttled: a cooldown of the route, or of the account, begins.

        Requests in flight together are throttled together; such an episode starts one cooldown. An overload that does
        not say how long it takes starts none while only one call meets it: that call itself may be the cause.

        Args:
            permit: of the request.
            retry_after: seconds that the response asks to wait.
            limits: what the response announces.
            date: as for ``record_success``.
            overload: the vendor is overloaded (503), rather than called too often.

        Returns:
            Seconds until the cooldown may end; 0 if there is none.
        """
        now = self.clock()
        self._quotas.update(permit, limits, date, now)
        if overload and retry_after is None and self._is_only_overloaded_call(permit):
            self.release(permit)
            return 0.0
        exhausted = [limit for limit in limits if limit.remaining == 0]
        scope = permit.route if {limit.scope for limit in exhausted} == {"route"} else ACCOUNT
        reset = self._quotas.seconds_until_reset(exhausted, permit.route, now)
        wait = seconds_to_wait(retry_after, reset, self.documented_wait)
        teaches = bool(self._in_flight) and not exhausted
        throttle = Throttle(permit.number, scope, wait, overload, teaches, enforced=not permit.fixed)
        if self._start_cooldown(throttle, now) and teaches:
            self._quotas_unreliable = True
        self.release(permit)
        cooldown = self._cooldowns[scope]
        return max(0.0, cooldown.until - now) if cooldown.active else 0.0

    def cool_down(self) -> None:
        """So much fails that retries do not help: start a cooldown of the account, as after an overload."""
        throttle = Throttle(self._quotas.last_number, ACCOUNT, None, overload=True, teaches=True, enforced=True)
        self._start_cooldown(throttle, self.clock())

    def _start_cooldown(self, throttle: Throttle, now: float) -> bool:
        """Start or extend a cooldown; returns whether an episode began."""
        cooldown = self._cooldowns[throttle.scope]
        newest = self._quotas.last_number
        if not cooldown.record_throttle(throttle.number, newest, now, throttle.wait, self.uniform):
            return False
        cooldown.overload = throttle.overload
        if throttle.teaches:
            self.learned.record_throttle(now, enforced=throttle.enforced)
        return True

    def release(self, permit: Permit) -> None:
        """The request ended without saying anything about the rate; if it was a probe, another one may follow."""
        if permit.adaptive:
            self._in_flight -= 1
        for _, cooldown in self._cooldowns.probed_by(permit):
            cooldown.probe = None
        self._state_changed.notify_all()

    def _is_only_overloaded_call(self, permit: Permit) -> bool:
        """Whether no other call met an overload since the last success."""
        if self._overloaded_call is None:
            self._overloaded_call = permit.call
        return self._overloaded_call == permit.call and not self._cooldowns.active(permit.route)

    async def _issue_when_due(self, queued: Queued) -> Permit:
        route, _, fixed = queued
        while (delay := self._bulk_delay(route, self.clock(), fixed=fixed)) > 0 or (
            delay := await self._claim(route, adaptive=not fixed, fixed=fixed)
        ) > 0:
            step = max(_MIN_RECHECK_SECONDS, delay * _RECHECK_FRACTION)
            await self._wait(delay if self._cooldowns.active(route) else min(delay, step))
        return self._issue_queued(queued, self.clock())

    def _grant(self, queued: Queued) -> Permit | None:
        """A permit for a call that waits behind another one, if it may be sent at once."""
        now = self.clock()
        delay = self._bulk_delay(queued.route, now, fixed=queued.fixed)
        return None if delay > 0 else self._issue_queued(queued, now)

    def _issue_queued(self, queued: Queued, now: float) -> Permit:
        route, previous, fixed = queued
        if fixed:
            self._recent.record(now, bulk=True)
        adaptive = not fixed or self._recent.has_single(now)
        return self._issue(route, previous, now, adaptive=adaptive, fixed=fixed)

    def _may_be_scarce(self) -> bool:
        """Whether a single call might have to wait."""
        return bool(self._cooldowns or self._quotas or self._max_rate or self._pace)

    async def _claim(self, route: str, *, adaptive: bool, fixed: bool = False) -> float:
        """Ask the other processes, if there are any; seconds to wait before the next try, 0 if it may be sent."""
        return 0.0

    async def _wait(self, delay: float) -> None:
        await self._scope.wait(self._state_changed.wait() if delay == math.inf else self._sleep(delay))

    def _hold_time(self, route: str, now: float) -> float:
        """Seconds that a cooldown or an announced quota holds a single call back; infinite until the state changes."""
        active = self._cooldowns.active(route)
        return max(each.seconds_until_probe(now) for each in active) if active else self._quotas.delay(route, now)

    def _bulk_delay(self, route: str, now: float, *, fixed: bool) -> float:
        """Seconds until a request of bulk work may be sent; infinite until the state changes."""
        active = self._cooldowns.active(route)
        if active:
            return max(each.seconds_until_probe(now) for each in active)
        if fixed:
            if self._in_flight >= max(1, self.max_concurrency - 1) and self._recent.has_single(now):
                return math.inf  # the last connection is for single calls
        elif self._in_flight >= self._concurrency.limit:
            self._concurrency.saturated = True
            return math.inf
        if not self._quotas:
            return max(self._next_slot - now, self._pace.delay(now))
        if self._in_flight >= _UNPACED_CONCURRENCY and not fixed and self._rate(route, now) == math.inf:
            return math.inf
        delay = self._quotas.delay_with_reserve(route, now, self._share, self._rtt)
        return max(delay, self._next_slot - now)

    def _issue(self, route: str, previous: Permit | None, now: float, *, adaptive: bool, fixed: bool = False) -> Permit:
        """Count the request as sent."""
        active = self._cooldowns.active(route)
        rate = self._rate(route, now, fixed=fixed) if adaptive or fixed else self._max_rate
        number, on_route = self._count(route)
        self._pace.record_sent(now)
        for cooldown in active:
            cooldown.probe = number
        if adaptive:
            self._in_flight += 1
            self.learned.record_sent(now, binding=self._next_slot >= now - _BURST_SECONDS and self._is_binding())
        if rate:
            self._use_slot(now, rate)
        return Permit(route, number, on_route, now, adaptive, previous.call if previous else number, fixed)

    def _count(self, route: str) -> tuple[int, int]:
        """Count a request to the route; its number, over the account and over the route."""
        return self._quotas.record_sent(route)

    def _use_slot(self, now: float, rate: float) -> None:
        """A request is sent, after which this rate allows the next."""
        self._next_slot = max(self._next_slot, now - _BURST_SECONDS) + 1 / rate

    def _rate(self, route: str, now: float, *, fixed: bool = False) -> float:
        """Requests per second of bulk work; infinite while quotas are ample."""
        rate = self._known_rate(route, now, fixed=fixed)
        return min(rate, self.learned.rate) if self._uses_learned_rate and not fixed else rate

    def _known_rate(self, route: str, now: float, *, fixed: bool) -> float:
        """The same, without the learned rate of adaptive requests.

        With a ``fixed`` concurrency it keeps to what is announced; and, while single calls are made, to the learned
        rate, because they would have to wait for the next cooldown.
        """
        announced = self._quotas.rate(route, now, self._share, self._work(fixed=fixed)) if self._quotas else None
        self._uses_learned_rate = announced is None or self._quotas_unreliable
        max_rate = (self._max_rate or math.inf) if fixed else self._max_bulk_rate
        rate = min(max_rate, self._pace.rate if announced is None else announced)
        constrained = fixed and self._uses_learned_rate and self._recent.has_single(now)
        if constrained and not self.learned.in_slow_start:
            return min(rate, self.learned.non_probing_rate)
        return rate

    def _work(self, *, fixed: bool) -> float:
        """How many requests are still to come."""
        return self._pending or (math.inf if fixed else 0)

    def _is_binding(self) -> bool:
        """Whether the learned rate limits adaptive requests, not an announced quota or the concurrency limit.

        It may exceed the concurrency limit a little, so that the two do not wait for each other.
        """
        return self._uses_learned_rate and self.learned.rate < self._ceiling()

    def _ceiling(self) -> float:
        """Requests per second, above which the concurrency limit or the default pace is what limits."""
        most = _RATE_OVER_CONCURRENCY * self._concurrency.limit / max(self._rtt, _MIN_RTT_SECONDS)
        return min(most, self._pace.rate)

    def _record_latency(self, permit: Permit, now: float) -> None:
        latency = now - permit.sent_at
        self.learned.record_success(now, binding=self._is_binding())
        if not permit.fixed:
            self._concurrency.record(latency, now)
        self._rtt += (1 - _RTT_EWMA_WEIGHT) * (latency - self._rtt)
        self._in_flight -= 1

    def _end_cooldowns(self, permit: Permit, now: float) -> None:
        for scope, cooldown in self._cooldowns.probed_by(permit):
            cooldown.end(now)
            self._next_slot = now
            if scope == ACCOUNT:
                self.learned.record_recovery(now, overload=cooldown.overload)
