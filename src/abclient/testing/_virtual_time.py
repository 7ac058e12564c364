"""Time that passes only while clients wait, so that tests of waits take no time."""

from __future__ import annotations

import asyncio
import heapq
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count
from unittest.mock import patch


class VirtualTime:
    """Seconds that pass only while a client waits, and then at once.

    Attributes:
        waits: how long each wait was, in seconds, in the order they began: pauses before retries, ``Retry-After``, rate
            limits, polling.
        elapsed: seconds that have passed altogether. Waits that overlap count once.
    """

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.elapsed: float = 0.0
        self._began = time.time()
        self._ends: list[tuple[float, int]] = []
        self._numbers = count()

    def now(self) -> float:
        """The time in seconds since 1970, which begins with the real one."""
        return self._began + self.elapsed

    def clock(self) -> float:
        """Seconds, for measuring."""
        return self.elapsed

    async def sleep(self, seconds: float) -> None:
        """Wait; those that wait at the same time go on in the order in which their waits end."""
        self.waits.append(seconds)
        mine = (self.elapsed + seconds, next(self._numbers))
        heapq.heappush(self._ends, mine)
        try:
            await asyncio.sleep(0)  # others that are about to wait may do so first
            while self._ends[0] != mine:  # noqa: ASYNC110  # a round at a time: those before this one go on in it
                await asyncio.sleep(0)
            self.elapsed = max(self.elapsed, mine[0])
        finally:
            self._ends.remove(mine)
            heapq.heapify(self._ends)


@contextmanager
def virtual_time() -> Generator[VirtualTime]:
    """Clients that are created in this ``with`` block wait in virtual time: at once.

    ::

        with virtual_time() as time, sandbox.fault("status", status=503, times=2):
            ...
        assert len(time.waits) == 2

    Only the waits of clients pass at once: pauses before retries, ``Retry-After``, rate limits, polling. Their
    deadlines go by the same time, so that a wait beyond a deadline ends a call as it would in reality. Random pauses
    are as long as they can be. Timeouts of connections, your own ``asyncio.sleep``, and the clock of a :class:`Sandbox`
    are not affected; an :class:`InProcessSandbox` takes part with ``virtual_time=``. Limits that processes share
    (``rate_limit_store=``) go by the real time.
    """
    from .. import _open_limiter, bulk
    from .._ratelimit import RateLimiter

    passing = VirtualTime()
    limiter = partial(RateLimiter, clock=passing.clock, sleep=passing.sleep, uniform=lambda low, high: high)
    with ExitStack() as patches:
        patches.enter_context(patch.object(_open_limiter, "RateLimiter", limiter))
        patches.enter_context(patch.object(bulk, "_sleep", passing.sleep))
        yield passing
