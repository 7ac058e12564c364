"""Connection slots: at most so many at once, and the one used last is handed out first."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from ..errors import ClientClosedError, ConfigurationError, PoolTimeoutError

T = TypeVar("T")


def _checked(limit: object) -> int:
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise ConfigurationError(f"max_connections must be a whole number of 1 or more, not {limit!r}")
    return limit


class Slot(Generic[T]):
    """The right to use one connection.

    Attributes:
        held: what the last holder left for the next one, such as a warm connection.
    """

    __slots__ = ("held",)

    def __init__(self) -> None:
        self.held: T | None = None


class Slots(Generic[T]):
    """At most ``limit`` holders at a time.

    The slot that came back last is taken first, so that a few connections stay warm instead of many going stale.
    Callers that wait are served in the order they came. Every slot taken must be given back, once.

    Raises:
        ConfigurationError: ``limit`` is not a whole number of 1 or more.
    """

    def __init__(self, limit: int) -> None:
        self._limit = _checked(limit)
        self._all: tuple[Slot[T], ...] = tuple(Slot[T]() for _ in range(limit))
        self._free = list(self._all)
        self._waiting: OrderedDict[asyncio.Future[Slot[T]], None] = OrderedDict()
        self._closed = False

    @property
    def free(self) -> int:
        """How many slots nobody holds."""
        return len(self._free)

    @property
    def held(self) -> list[T]:
        """What all slots hold, taken or free."""
        return [slot.held for slot in self._all if slot.held is not None]

    async def take(self, timeout: float, fits: Callable[[T], bool] | None = None) -> Slot[T]:
        """Wait at most ``timeout`` seconds for a slot, if possible one whose content fits; None takes any.

        Raises:
            PoolTimeoutError: none came back in time.
            ClientClosedError: ``close`` was called, before or meanwhile.
        """
        if self._closed:
            raise ClientClosedError("the client is closed")
        if self._free:
            return self._pick(fits) if fits else self._free.pop()
        return await self._wait(timeout)

    def give(self, slot: Slot[T]) -> None:
        """Hand the slot to whoever has waited longest, or keep it."""
        while self._waiting:
            turn, _ = self._waiting.popitem(last=False)
            if not turn.done():
                turn.set_result(slot)
                return
        self._free.append(slot)

    def close(self) -> None:
        """End all waiting; from now on nothing can be taken, and what was taken may still be given."""
        self._closed = True
        while self._waiting:
            turn, _ = self._waiting.popitem(last=False)
            if not turn.done():
                turn.set_exception(ClientClosedError("the client was closed while the call waited for a connection"))

    def _pick(self, fits: Callable[[T], bool]) -> Slot[T]:
        free = self._free
        newest_first = range(len(free) - 1, -1, -1)
        for position in newest_first:
            held = free[position].held
            if held is not None and fits(held):
                return free.pop(position)
        for position in newest_first:
            if free[position].held is None:
                return free.pop(position)
        return free.pop(0)

    async def _wait(self, timeout: float) -> Slot[T]:
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[Slot[T]] = loop.create_future()
        self._waiting[turn] = None
        alarm = loop.call_later(timeout, self._expire, turn, timeout)
        try:
            return await turn
        except BaseException:
            # The slot may have been handed over in the very tick of a cancellation: it must not get lost.
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self.give(turn.result())
            raise
        finally:
            alarm.cancel()
            self._waiting.pop(turn, None)

    def _expire(self, turn: asyncio.Future[Slot[T]], timeout: float) -> None:
        if not turn.done():
            turn.set_exception(PoolTimeoutError(f"all {self._limit} connections were busy for {timeout:g} s"))
