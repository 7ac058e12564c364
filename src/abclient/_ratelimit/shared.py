"""The rate limiter of one of several processes that keep the limits of an account together, through a store.

Each request asks the store first, which numbers all requests of the account, gives them their slots, and lets one
process probe after a cooldown. What a process learns travels with its next request, or shortly after. While the store
cannot be reached, each process keeps to its part of what was known.
"""

from __future__ import annotations

import asyncio
import logging
import math
import os
from collections.abc import Callable, Coroutine
from typing import Any

from .._rate_limit_headers import MAX_WINDOW_SECONDS
from ..errors import ConfigurationError
from .cooldown import Throttle
from .limiter import RateLimiter
from .pace import Pace
from .quota import Permit
from .rate import LearnedRate
from .state import SharedRate
from .store import Event, Exchange, Probed, Reply, Seed, StoreConnection, Succeeded, Take, Throttled

_LOGGER = logging.getLogger("abclient")
_REPORT_SECONDS = 0.25  # for which successes wait for a request to travel with: what is learned from is 2 to 3 s old
_RETRY_SECONDS = 2.0  # until the store is tried again, while requests go on
# For which a process without the store keeps to its part before it probes beyond; 10: four with 400 results each take
# 1.25 of the ideal time for 1.14; 60: 1.13, but the last one at work stays at its part longer.
_ALONE_SECONDS = 20.0
_AGAIN_SECONDS = 0.001  # the situation has changed: decide anew


class FollowedRate(LearnedRate):
    """A learned rate that follows what all processes share, and learns on its own only without them.

    Attributes:
        following: the store is reached.
    """

    following: bool = False

    def continue_alone(self, part: int) -> None:
        """Without the others, keep to one of that many parts, and probe beyond it only much later."""
        shared = self.shared()
        if not self.in_slow_start:
            rate = self.rate
            shared = SharedRate(rate=rate, step=0.0, slow_start=False, top=rate, hold=_ALONE_SECONDS, held=0.0)
        self.follow(shared, 1 / part)

    def record_sent(self, now: float, *, binding: bool) -> None:
        """See ``LearnedRate``."""
        if not self.following:
            super().record_sent(now, binding=binding)

    def record_success(self, now: float, *, binding: bool, count: int = 1) -> None:
        """See ``LearnedRate``."""
        if not self.following:
            super().record_success(now, binding=binding, count=count)

    def record_throttle(self, now: float, *, enforced: bool = True) -> None:
        """See ``LearnedRate``."""
        if not self.following:
            super().record_throttle(now, enforced=enforced)

    def record_recovery(self, now: float, *, overload: bool) -> None:
        """See ``LearnedRate``."""
        if not self.following:
            super().record_recovery(now, overload=overload)


class SharedRateLimiter(RateLimiter):
    """A rate limiter that shares the limits of its account with those of other processes.

    Args:
        connection: to the store.
        documented_wait: as for ``RateLimiter``.
        max_rate: requests per second of all processes together.
        advised_rate: the same.
        initial_rate: as for ``RateLimiter``.
        **options: as for ``RateLimiter``.

    Attributes:
        joined: the store is reached, and limits are shared.
    """

    def __init__(
        self,
        connection: StoreConnection,
        *,
        documented_wait: float | None = None,
        max_rate: float | None = None,
        advised_rate: float | None = None,
        initial_rate: float | None = None,
        **options: Any,
    ) -> None:
        super().__init__(documented_wait=documented_wait, max_rate=max_rate, advised_rate=advised_rate, **options)
        self._connection = connection
        self.learned = self._rate_followed = FollowedRate(documented_wait, initial_rate)
        self._known_max: tuple[float | None, float] = (max_rate, self._max_bulk_rate)
        self._whole_pace: Pace = self._pace
        self._process = os.urandom(8).hex()
        self.joined: bool = False
        self._part = 1  # one of that many processes
        self._others_pending = 0
        self._retry_at = -math.inf
        self._joining = asyncio.Lock()
        self._numbers: tuple[int, int] | None = None
        self._events: list[Event] = []
        self._untold_throttles = 0
        self._heard_from: set[str] = set()
        self._slot_within: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def aclose(self) -> None:
        """End all waits, tell the other processes, and close the connection."""
        self.close()
        if self._timer is not None:
            self._timer.cancel()
        try:
            if self.joined:
                await self._try_exchange(leaving=True)
            self.joined = False
            await asyncio.gather(*self._tasks, return_exceptions=True)
        finally:
            await self._connection.aclose()

    def record_success(self, permit: Permit, limits: Any = (), date: float | None = None) -> None:
        """See ``RateLimiter``."""
        probed = bool(self._cooldowns.probed_by(permit))
        super().record_success(permit, limits, date)
        self._note_limits(permit, limits)
        if probed:
            self._tell(Probed(kind="recovered", number=permit.number))
        if permit.adaptive and self.joined:
            growing = self._is_binding()
            last = self._events[-1] if self._events else None
            if last is not None and last["kind"] == "succeeded" and last["growing"] == growing:
                last["count"] += 1
            else:
                self._events.append(Succeeded(kind="succeeded", count=1, growing=growing))
        self._report_later()

    def record_throttle(
        self,
        permit: Permit,
        retry_after: float | None,
        limits: Any = (),
        date: float | None = None,
        *,
        overload: bool = False,
    ) -> float:
        """See ``RateLimiter``."""
        self._note_limits(permit, limits)
        return super().record_throttle(permit, retry_after, limits, date, overload=overload)

    def release(self, permit: Permit) -> None:
        """See ``RateLimiter``."""
        if self._cooldowns.probed_by(permit):
            self._tell(Probed(kind="released", number=permit.number))
        super().release(permit)

    def _start_cooldown(self, throttle: Throttle, now: float) -> bool:
        event = Throttled(
            kind="throttled",
            number=throttle.number,
            scope=throttle.scope,
            overload=throttle.overload,
            teaches=throttle.teaches,
            enforced=throttle.enforced,
            random=self.uniform(0.0, 1.0),
        )
        if throttle.wait is not None:
            event["wait"] = throttle.wait
        if self.joined:
            self._untold_throttles += 1
            self._tell(event)
        return super()._start_cooldown(throttle, now)

    def _may_be_scarce(self) -> bool:
        return True

    def _grant(self, queued: Any) -> None:
        """Each call has to ask the store itself."""

    async def _claim(self, route: str, *, adaptive: bool, fixed: bool = False) -> float:
        self._numbers = None
        if not self.joined and not await self._join_when_due():
            return 0.0
        cooled = bool(self._cooldowns.active(route))
        reply = await self._try_exchange(self._take(route, adaptive=adaptive, fixed=fixed))
        if reply is None:
            return _AGAIN_SECONDS
        grant = reply["grant"]
        if grant is None:
            return max(_AGAIN_SECONDS, reply["wait"])
        self._quotas.record_sent_as(route, grant["number"] - 1, grant["on_route"] - 1)
        if grant["wait"] > 0:
            await self._scope.wait(self._sleep(grant["wait"]))
        if not grant["probe"] and (delay := self._news(route, adaptive=adaptive, fixed=fixed, cooled=cooled)) > 0:
            return delay
        self._numbers = (grant["number"], grant["on_route"])
        return 0.0

    def _news(self, route: str, *, adaptive: bool, fixed: bool, cooled: bool) -> float:
        """Seconds for which a request that has its slot must wait still, because of what was heard meanwhile."""
        now = self.clock()
        if self._cooldowns.active(route):
            return _AGAIN_SECONDS
        if adaptive or fixed:
            return self._quotas.delay_with_reserve(route, now, self._share, self._rtt) if self._quotas else 0.0
        # Single calls of all processes would go on at once after a cooldown.
        return _AGAIN_SECONDS if cooled else self._quotas.delay(route, now)

    def _take(self, route: str, *, adaptive: bool, fixed: bool) -> Take:
        now = self.clock()
        rate = self._known_rate(route, now, fixed=fixed) if adaptive or fixed else self._max_rate or self._pace.rate
        take = Take(
            route=route,
            on_route=self._quotas.sent_by_route.get(route, 0),
            learned=adaptive and self._uses_learned_rate,
            ceiling=self._ceiling(),
        )
        if rate < math.inf:
            take["rate"] = rate
        return take

    def _count(self, route: str) -> tuple[int, int]:
        if self._numbers is None:
            return super()._count(route)
        self._quotas.record_sent_as(route, *self._numbers)
        return self._numbers

    def _use_slot(self, now: float, rate: float) -> None:
        if not self.joined:
            super()._use_slot(now, rate)

    def _work(self, *, fixed: bool) -> float:
        return super()._work(fixed=fixed) + self._others_pending

    def _note_limits(self, permit: Permit, limits: Any) -> None:
        """A response announces limits: the others hear of them."""
        if limits and self.joined:
            self._heard_from.add(permit.route)
            rate = self._known_rate(permit.route, self.clock(), fixed=permit.fixed)
            self._slot_within = 1 / rate if 0 < rate < math.inf else None
            self._report_later()

    def _tell(self, event: Event) -> None:
        """Tell the other processes at once."""
        if self.joined:
            self._events.append(event)
            self._start(self._report)

    def _report_later(self) -> None:
        if self.joined and self._timer is None and (self._events or self._heard_from):
            self._timer = asyncio.get_running_loop().call_later(_REPORT_SECONDS, self._report_now)

    def _report_now(self) -> None:
        self._timer = None
        if self._events or self._heard_from:
            self._start(self._report)

    def _start(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a call that was left to the garbage collector may end without one
            return
        task = loop.create_task(work())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _report(self) -> None:
        if self.joined and (self._events or self._heard_from):
            await self._try_exchange()

    async def _try_exchange(self, take: Take | None = None, *, leaving: bool = False) -> Reply | None:
        """Tell what there is to tell; the reply, once it is taken in, or None if the store cannot be reached."""
        told = Exchange(process=self._process, pending=self._pending, events=self._events, leaving=leaving)
        throttles = sum(event["kind"] == "throttled" for event in self._events)
        self._events = []
        if take is not None:
            told["take"] = take
        if self._heard_from:
            told["windows"] = self._quotas.shared(self._heard_from, self.clock())
            if self._slot_within is not None:
                told["slot_within"] = self._slot_within
        self._heard_from = set()
        try:
            reply = await self._exchange(told)
        except (OSError, ConfigurationError) as error:
            self._go_alone(error)
            return None
        finally:
            self._untold_throttles -= throttles
        self._follow(reply)
        return reply

    async def _exchange(self, told: Exchange) -> Reply:
        reply = await self._connection.exchange(told)
        if reply is None:
            told["seed"] = self._seed()
            reply = await self._connection.exchange(told)
        if reply is None:
            raise ConnectionError("it forgets at once what it is told")
        return reply

    def _seed(self, factor: float = 1.0, *, alone: bool = False) -> Seed:
        learned, quotas = self.learned.shared(factor), self._quotas
        return Seed(number=quotas.last_number, routes=quotas.sent_by_route, learned=learned, alone=alone)

    def _follow(self, reply: Reply) -> None:
        """Take in what all processes know."""
        now = self.clock()
        self._part, self._others_pending = reply["processes"], reply["pending"]
        self.learned.follow(reply["learned"])
        self._quotas_unreliable = self._quotas_unreliable or reply["unreliable"]
        self._quotas.follow(reply["windows"], now)
        cooling = reply["cooling"]
        for scope, seconds in cooling.items():
            self._cooldowns[scope].follow(min(seconds, MAX_WINDOW_SECONDS), now)
        if self._untold_throttles:
            return  # the others did not know of this cooldown yet
        for scope, cooldown in self._cooldowns.items():
            if cooldown.active and cooldown.probe is None and scope not in cooling:
                cooldown.end(now)

    async def _join_when_due(self) -> bool:
        """Join the other processes: at first before anything is sent, later in the background."""
        if self._retry_at == -math.inf:
            async with self._joining:
                if self._retry_at == -math.inf:
                    await self._join(first=True)
        elif self.clock() >= self._retry_at:
            self._retry_at = math.inf
            self._start(self._rejoin)
        return self.joined

    async def _join(self, *, first: bool) -> None:
        try:
            # What was kept to alone was a part of the rate.
            told = Exchange(process=self._process, pending=self._pending, seed=self._seed(self._part, alone=not first))
            reply = await self._exchange(told)
        except OSError as error:
            self._go_alone(error)
        except ConfigurationError as error:
            if first:
                raise
            self._go_alone(error)
        else:
            if not first:
                _LOGGER.info("the rate-limit store is reached again")
            self.joined = self._rate_followed.following = True
            self._retry_at = 0.0
            self._max_rate, self._max_bulk_rate = self._known_max
            self._pace = self._whole_pace
            self._next_slot = -math.inf
            self._follow(reply)

    async def _rejoin(self) -> None:
        await self._join(first=False)

    def _go_alone(self, error: Exception) -> None:
        """The store cannot be reached: keep to this process's part of what was known, and try again later."""
        now = self.clock()
        if self.joined or self._retry_at == -math.inf:
            _LOGGER.warning(
                "the rate-limit store cannot be reached (%s); this process keeps to %s until it can",
                error,
                "the whole rate" if self._part == 1 else f"1/{self._part} of the rate",
            )
            max_rate, max_bulk_rate = self._known_max
            self._max_rate = max_rate / self._part if max_rate else max_rate
            self._max_bulk_rate = max_bulk_rate / self._part
            self._pace = self._whole_pace.divided(self._part)
            self._rate_followed.continue_alone(self._part)
            # The processes do not go on at the same moment.
            self._next_slot = now + self.uniform(0.0, 1.0) / min(self.learned.rate, self._max_bulk_rate)
        self.joined = self._rate_followed.following = False
        self._others_pending = 0
        self._retry_at = now + _RETRY_SECONDS * self.uniform(0.75, 1.25)
