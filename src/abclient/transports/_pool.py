"""A pool of connections: at most N at once, and the one used last is handed out first."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from ..errors import PoolTimeoutError

T = TypeVar("T")


class Lease(Generic[T]):
    """The right to use one connection.

    Attributes:
        connection: what its last holder left open for the next one.
    """

    __slots__ = ("connection",)

    def __init__(self) -> None:
        self.connection: T | None = None


class ConnectionPool(Generic[T]):
    """At most ``limit`` leases are out at a time.

    The lease that was released last is acquired first, so that a few connections stay warm instead of many going stale.
    Callers that wait are served in the order they came. Every lease must be released, once.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._all: tuple[Lease[T], ...] = tuple(Lease[T]() for _ in range(limit))
        self._free = list(self._all)
        self._waiting: OrderedDict[asyncio.Future[Lease[T]], None] = OrderedDict()

    @property
    def free(self) -> int:
        """How many leases are free."""
        return len(self._free)

    @property
    def connections(self) -> list[T]:
        """The connections of all leases, in use or free."""
        return [lease.connection for lease in self._all if lease.connection is not None]

    async def acquire(self, timeout: float, fits: Callable[[T], bool] | None = None) -> Lease[T]:
        """Wait at most ``timeout`` seconds for a lease, if possible one with a connection that fits; None takes any.

        Raises:
            PoolTimeoutError: none was released in time.
        """
        if self._free:
            return self._pick(fits) if fits else self._free.pop()
        return await self._wait(timeout)

    def release(self, lease: Lease[T]) -> None:
        """Hand the lease to the caller that has waited longest, or keep it."""
        while self._waiting:
            waiter, _ = self._waiting.popitem(last=False)
            if not waiter.done():
                waiter.set_result(lease)
                return
        self._free.append(lease)

    def _pick(self, fits: Callable[[T], bool]) -> Lease[T]:
        free = self._free
        newest_first = range(len(free) - 1, -1, -1)
        for position in newest_first:
            connection = free[position].connection
            if connection is not None and fits(connection):
                return free.pop(position)
        for position in newest_first:
            if free[position].connection is None:
                return free.pop(position)
        return free.pop(0)

    async def _wait(self, timeout: float) -> Lease[T]:
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[Lease[T]] = loop.create_future()
        self._waiting[waiter] = None
        alarm = loop.call_later(timeout, self._expire, waiter, timeout)
        try:
            return await waiter
        except BaseException:
            # The lease may have been handed over in the very tick of a cancellation: it must not get lost.
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self.release(waiter.result())
            raise
        finally:
            alarm.cancel()
            self._waiting.pop(waiter, None)

    def _expire(self, waiter: asyncio.Future[Lease[T]], timeout: float) -> None:
        if not waiter.done():
            waiter.set_exception(PoolTimeoutError(f"all {self._limit} connections were busy for {timeout:g} s"))
