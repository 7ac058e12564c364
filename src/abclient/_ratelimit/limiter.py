"""The rate limiter of one account at one host: when the next request may be sent."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Awaitable, Callable, Sequence

from .._rate_limit_headers import MAX_WINDOW_SECONDS, RateLimitInfo, plausible_wait
from ..errors import RateLimitedLocallyError
from .concurrency import ConcurrencyLimit
from .cooldown import Cooldown
from .locks import CancelScope, FairLock, Signal
from .quota import ACCOUNT, Permit, QuotaTracker
from .rate import LearnedRate
from .retry_quota import RetryQuota
from .state import VERSION, ParsedState, RateLimitState

_CREDIT = 0.05
_FREE_RUNNERS = 16
_SHORT_LINE = 4
_ROUND_TRIP_MEMORY = 0.9
_RATE_OVER_CONCURRENCY = 2.0
_ALL_WITHIN = 1.0
_GOING_ON_SECONDS = 5.0  # a call between two bulk fetches is beside neither of them
_BESIDE_SECONDS = 30.0  # for how long single calls count: people who look at pages make one every few seconds
# How soon a slot or a reset that an answer has moved forward is noticed; simulated for windows from half a second.
_STEP_SECONDS = 0.1
_STEP_OF_PAUSE = 0.05


def loop_time() -> float:
    """Seconds, by the running event loop's clock."""
    return asyncio.get_running_loop().time()


class RateLimiter:
    """Decides when the next request to a route may be sent.

    Every request needs a permit from ``acquire``, which ends with ``record_success``, ``record_throttle`` or
    ``release``, once: an answer to an older request must not overrule what a newer one taught.

    A single call waits only where something is known to be scarce; those that waited for a cool-down go on one after
    the other, within a second after it ends, so that they are not throttled together again. An *adaptive* one, part of
    bulk work that wants to find the sustainable rate, also keeps to the rate that was announced or learned, and to the
    concurrency limit. What was learned stays for the next bulk work.

    Args:
        documented_wait: seconds that the vendor's documentation asks to wait after a refusal that names no time.
        max_rate: requests per second that are never exceeded, by anyone.
        advised_rate: the same for adaptive requests only, unless ``max_rate`` is given.
        share: of an announced quota, the part that adaptive requests may use.
        most: how many adaptive requests may be in flight.
        clock: seconds; by default those of the running event loop, by which ``asyncio.sleep`` and every deadline go,
            so that they agree even where a test or a suspended machine has stopped another clock.
        sleep: waits that many seconds.
        uniform: a random number between two.
    """

    def __init__(
        self,
        *,
        documented_wait: float | None = None,
        max_rate: float | None = None,
        advised_rate: float | None = None,
        share: float = 1.0,
        most: int = 100,
        clock: Callable[[], float] = loop_time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        uniform: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self.retry_quota: RetryQuota = RetryQuota()
        self.documented_wait: float | None = documented_wait
        self.most: int = most
        self.clock: Callable[[], float] = clock
        self.uniform: Callable[[float, float], float] = uniform
        self._sleep = sleep
        self._limit = max_rate
        self._cap = max_rate or advised_rate or math.inf
        self._share = share
        self._quotas = QuotaTracker(uniform)
        self._cooldowns: dict[str, Cooldown] = {}
        self._learned = LearnedRate(documented_wait)
        self._learning = True
        self._distrusted = False
        self._concurrency = ConcurrencyLimit(most)
        self._flying = 0
        self._round_trip = 0.1
        self._next_slot = -math.inf
        self._work = 0
        self._bulk_at = self._beside_at = -math.inf
        self._locks: dict[str, FairLock] = {}
        self._state_changed, self._queue_moved = Signal(), Signal()
        self._scope = CancelScope()
        self._overloaded: int | None = None

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
            route: which quota it counts for, beside the account's.
            adaptive: it is part of bulk work that keeps to the sustainable rate.
            bulk: it is part of bulk work, of either kind. Where single calls are made beside it, it keeps to the
                sustainable rate, too: they would find every quota used up, and every cool-down active.
            previous: of the call's last request, if this is not its first: it does not queue behind the others again.
            deadline: a moment after which it is of no use; not for adaptive requests, which wait as long as it takes.

        Raises:
            ClientClosedError: the limiter was closed while it waited.
            RateLimitedLocallyError: it is known already that it could not be sent by then.
        """
        now = self.clock()
        if not adaptive:
            self._note(now, bulk=bulk)
        waited_for: list[Cooldown] = []
        while self._cooldowns or self._quotas or self._limit or adaptive or bulk:
            if adaptive or (bulk and (self._quotas or self._is_beside(now))):
                return await self._acquire_in_turn(route, previous, fixed=not adaptive)
            told, active = self._told(route, now), self._active_cooldowns(route)
            if deadline < now + told < math.inf:
                raise _held_back(told)
            pause = max(told, self._next_slot - now) if self._limit and not active else told
            if waited_for and not active:
                # All that waited would go on at once, and be refused together once more.
                spread = min(_ALL_WITHIN, deadline - now, max(cooldown.last_duration for cooldown in waited_for))
                pause = max(pause, self.uniform(0.0, spread))
            if pause <= 0:
                break
            waited_for = active
            await self._wait(pause)
            now = self.clock()
        return self._issue(route, previous, now, adaptive=False)

    async def sleep(self, seconds: float) -> None:
        """Wait so long.

        Raises:
            ClientClosedError: the limiter was closed meanwhile.
        """
        await self._scope.wait(self._sleep(seconds))

    def state(self, vendor: str, at: float) -> RateLimitState:
        """What was learned, for another client of the vendor; ``at`` is now, in seconds since 1970."""
        now = self.clock()
        active = {scope: at + max(0.0, each.until - now) for scope, each in self._cooldowns.items() if each.active}
        return RateLimitState(version=VERSION, vendor=vendor, learned=self._learned.state(), cooldown_until=active)

    def restore(self, state: ParsedState, at: float) -> None:
        """Begin with what another client learned; ``at`` is now, in seconds since 1970."""
        if state.learned is not None:
            self._learned.restore(state.learned)
        for scope, until in state.cooldown_until.items():
            if until > at:
                self._cooldowns.setdefault(scope, Cooldown()).extend(min(until - at, MAX_WINDOW_SECONDS), self.clock())

    def close(self) -> None:
        """End all waiting: no request will be sent any more."""
        self._scope.cancel()

    async def wait_for_capacity(self) -> None:
        """Wait until bulk work may begin another call: while the queue is long, it would only wait in it."""
        while sum(lock.pending for lock in self._locks.values()) >= _SHORT_LINE:
            await self._queue_moved.wait()

    def add_pending(self, calls: int) -> None:
        """Bulk work has so many more calls to make; a negative number for those made or given up."""
        self._work += calls

    def record_success(self, permit: Permit, quotas: Sequence[RateLimitInfo] = (), date: float | None = None) -> None:
        """The request was processed, whatever its result: a cool-down that it probed ends.

        Args:
            permit: of the request.
            quotas: what the answer says is left.
            date: the vendor's own time, seconds since 1970, if the resets were told as points in time.
        """
        self._overloaded = None
        if quotas or self._cooldowns or permit.adaptive:
            self._learn_from(permit, quotas, date, self.clock())
        self._state_changed.notify_all()

    def _learn_from(self, permit: Permit, quotas: Sequence[RateLimitInfo], date: float | None, now: float) -> None:
        if quotas:
            self._quotas.update(permit, quotas, date, now)
        if self._cooldowns:
            self._end_cooldowns(permit, now)
        if permit.adaptive:
            self._learn(permit, now)
        if quotas and self._next_slot > now:
            # A slot was set by what was known before: a fresh window must not have to wait for the old one's.
            fixed = self._bulk_at > now - _GOING_ON_SECONDS
            self._next_slot = min(self._next_slot, now + 1 / self._rate(permit.route, now, fixed=fixed))

    def record_throttle(
        self,
        permit: Permit,
        asked: float | None,
        quotas: Sequence[RateLimitInfo] = (),
        date: float | None = None,
        *,
        overload: bool = False,
    ) -> float:
        """The request was throttled: a cool-down of the route, or of the account, begins.

        Requests in flight together are throttled together; such an episode starts one cool-down. An overload that does
        not say how long it takes starts none while only one call meets it: that call itself may be the cause.

        Args:
            permit: of the request.
            asked: seconds that the answer asks to wait.
            quotas: what the answer says is left.
            date: as for ``record_success``.
            overload: the vendor is overloaded (503), rather than asked too often.

        Returns:
            Seconds until the cool-down may end; 0 if there is none.
        """
        now = self.clock()
        self._quotas.update(permit, quotas, date, now)
        if overload and asked is None and self._is_alone(permit):
            self.release(permit)
            return 0.0
        exhausted = [quota for quota in quotas if quota.remaining == 0]
        scope = permit.route if {quota.scope for quota in exhausted} == {"route"} else ACCOUNT
        cooldown = self._cooldowns.setdefault(scope, Cooldown())
        wait = self._asked(asked, self._quotas.seconds_until_reset(exhausted, permit.route, now))
        if cooldown.record_throttle(permit.number, self._quotas.last_number, now, wait, self.uniform):
            cooldown.overload = overload
            if self._flying and not exhausted:
                self._distrusted = True
                self._learned.record_throttle(now, enforced=not permit.fixed)
        self.release(permit)
        return max(0.0, cooldown.until - now) if cooldown.active else 0.0

    def cool_down(self) -> float:
        """So much fails that retries do not help: start a cool-down of the account, as after an overload.

        Returns:
            Seconds to pause besides that: 0.
        """
        cooldown, now = self._cooldowns.setdefault(ACCOUNT, Cooldown()), self.clock()
        if cooldown.record_throttle(self._quotas.last_number, self._quotas.last_number, now, None, self.uniform):
            cooldown.overload = True
            self._learned.record_throttle(now)
        return 0.0

    def release(self, permit: Permit) -> None:
        """The request ended without news about the rate; if it was a probe, another one may try."""
        if permit.adaptive:
            self._flying -= 1
        for scope in (ACCOUNT, permit.route):
            cooldown = self._cooldowns.get(scope)
            if cooldown and cooldown.probe == permit.number:
                cooldown.probe = None
        self._state_changed.notify_all()

    def _is_alone(self, permit: Permit) -> bool:
        """Whether no other call was refused for an overload since the last one that was processed."""
        if self._overloaded is None:
            self._overloaded = permit.call
        return self._overloaded == permit.call and not self._active_cooldowns(permit.route)

    def _asked(self, asked: float | None, reset: float | None) -> float | None:
        """Seconds to wait after a refusal: until the reset that explains it, unless clearly more is asked for."""
        meant, explained = plausible_wait(asked), plausible_wait(reset)
        if explained is not None and (meant is None or meant < explained + 1.0):
            return explained
        return next((wait for wait in (meant, asked, reset) if wait is not None), self.documented_wait)

    async def _acquire_in_turn(self, route: str, previous: Permit | None, *, fixed: bool) -> Permit:
        lock = self._locks.get(route) or self._locks.setdefault(route, FairLock())
        try:
            await lock.acquire(at_front=previous is not None)
            try:
                while (pause := self._paced_pause(route, self.clock(), fixed=fixed)) > 0:
                    moves = pause < math.inf and not self._active_cooldowns(route)
                    await self._wait(min(pause, max(_STEP_SECONDS, pause * _STEP_OF_PAUSE)) if moves else pause)
                now = self.clock()
                self._bulk_at = now if fixed else self._bulk_at
                return self._issue(route, previous, now, adaptive=not fixed or self._is_beside(now), fixed=fixed)
            finally:
                lock.release()
        finally:
            self._queue_moved.notify_all()

    def _note(self, now: float, *, bulk: bool) -> None:
        """A call came: a single one, while bulk work with a fixed number of calls is going on, is made beside it."""
        if bulk:
            self._bulk_at = now
        elif self._bulk_at > now - _GOING_ON_SECONDS:
            self._beside_at = now

    def _is_beside(self, now: float) -> bool:
        """Whether single calls are made beside bulk work with a fixed number of calls: then it learns the rate, too."""
        return self._beside_at > now - _BESIDE_SECONDS

    async def _wait(self, pause: float) -> None:
        await self._scope.wait(self._state_changed.wait() if pause == math.inf else self._sleep(pause))

    def _told(self, route: str, now: float) -> float:
        """Seconds that a refusal or an announced quota holds a single call back; infinite if only news can tell."""
        active = self._active_cooldowns(route)
        return max(each.seconds_until_probe(now) for each in active) if active else self._quotas.delay(route, now)

    def _paced_pause(self, route: str, now: float, *, fixed: bool) -> float:
        """Seconds until a request of bulk work may be sent; infinite if only news can tell."""
        active = self._active_cooldowns(route)
        if active:
            return max(each.seconds_until_probe(now) for each in active)
        if fixed:
            if self._flying >= max(1, self.most - 1) and self._is_beside(now):
                return math.inf  # the last connection is for single calls
        elif self._flying >= self._concurrency.limit:
            self._concurrency.saturated = True
            return math.inf
        if not self._quotas:
            return self._next_slot - now
        if self._flying >= _FREE_RUNNERS and not fixed and self._rate(route, now) == math.inf:
            return math.inf
        pause = self._quotas.delay_with_reserve(route, now, self._share, self._round_trip)
        return max(pause, self._next_slot - now)

    def _issue(self, route: str, previous: Permit | None, now: float, *, adaptive: bool, fixed: bool = False) -> Permit:
        """Count the request as sent."""
        active = self._active_cooldowns(route)
        rate = self._rate(route, now, fixed=fixed) if adaptive or fixed else self._limit
        number, on_route = self._quotas.record_sent(route)
        for cooldown in active:
            cooldown.probe = number
        if adaptive:
            self._flying += 1
            self._learned.record_sent(now, binding=self._next_slot >= now - _CREDIT and self._is_binding())
        if rate:
            self._next_slot = max(self._next_slot, now - _CREDIT) + 1 / rate
        return Permit(route, number, on_route, now, adaptive, previous.call if previous else number, fixed)

    def _rate(self, route: str, now: float, *, fixed: bool = False) -> float:
        """Requests per second of bulk work; infinite while there is more than enough.

        With a ``fixed`` number of calls it keeps to what is announced; and to what refusals have taught, while single
        calls are made beside it, who would have to wait for the next one.
        """
        work = self._work or (math.inf if fixed else 0)
        announced = self._quotas.rate(route, now, self._share, work) if self._quotas else None
        self._learning = announced is None or self._distrusted
        cap = (self._limit or math.inf) if fixed else self._cap
        rate = cap if announced is None else min(cap, announced)
        if self._learning and not fixed:
            return min(rate, self._learned.rate)
        taught = self._learning and self._is_beside(now) and not self._learned.in_slow_start
        return min(rate, self._learned.non_probing_rate) if taught else rate

    def _is_binding(self) -> bool:
        """Whether the learned rate limits adaptive requests, not an announced quota or the concurrency limit.

        It may exceed the concurrency limit a little, so that the two do not wait for each other.
        """
        return (
            self._learning and self._learned.rate * self._round_trip < _RATE_OVER_CONCURRENCY * self._concurrency.limit
        )

    def _learn(self, permit: Permit, now: float) -> None:
        passed = now - permit.sent_at
        self._learned.record_success(now, binding=self._is_binding())
        if not permit.fixed:
            self._concurrency.record(passed, now)
        self._round_trip += (1 - _ROUND_TRIP_MEMORY) * (passed - self._round_trip)
        self._flying -= 1

    def _active_cooldowns(self, route: str) -> list[Cooldown]:
        if not self._cooldowns:
            return []
        found = (self._cooldowns.get(ACCOUNT), self._cooldowns.get(route))
        return [cooldown for cooldown in found if cooldown and cooldown.active]

    def _end_cooldowns(self, permit: Permit, now: float) -> None:
        for scope in (ACCOUNT, permit.route):
            cooldown = self._cooldowns.get(scope)
            if cooldown and cooldown.active and cooldown.probe == permit.number:
                cooldown.end(now)
                self._next_slot = now
                if scope == ACCOUNT:
                    self._learned.record_recovery(now, overload=cooldown.overload)


def _held_back(pause: float) -> RateLimitedLocallyError:
    error = RateLimitedLocallyError(
        f"not sent, because the vendor's limits hold it back for another {math.ceil(pause)} seconds"
    )
    error.retry_after = pause
    return error
