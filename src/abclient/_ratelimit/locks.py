"""Waiting: a bell that wakes whoever listens, a line in which bulk work takes turns, and an end to all of it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable

from ..errors import ClientClosedError


class Bell:
    """Wakes all who wait for it, once."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    async def wait(self) -> None:
        """Until it rings."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        finally:
            if turn.cancelled() and turn in self._waiting:
                self._waiting.remove(turn)

    def ring(self) -> None:
        """Wake them."""
        waiting = self._waiting
        if waiting:
            self._waiting = []
            for turn in waiting:
                if not turn.done():
                    turn.set_result(None)


class Line:
    """One at a time is at its head; the others wait their turn, and one that comes back waits in front of them."""

    __slots__ = ("_taken", "_waiting", "length")

    def __init__(self) -> None:
        self.length: int = 0
        self._taken = False
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self, *, in_front: bool = False) -> None:
        """Until it is our turn; whoever entered must leave, once."""
        self.length += 1
        if not self._taken:
            self._taken = True
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if in_front else self._waiting.append)(turn)
        try:
            await turn
        except BaseException:
            if turn.done() and not turn.cancelled():
                self.leave()  # it had become our turn in the very moment of the cancellation
            else:
                self.length -= 1  # `leave` skips a turn that is cancelled
            raise

    def leave(self) -> None:
        """The next one's turn."""
        self.length -= 1
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._taken = False


class Waits:
    """Waiting that can be ended, for everyone who waits and for good."""

    __slots__ = ("_ended", "_limits")

    def __init__(self) -> None:
        self._ended = False
        self._limits: set[asyncio.Timeout] = set()

    async def wait(self, until: Awaitable[None]) -> None:
        """Until that is over.

        Raises:
            ClientClosedError: the waiting was ended.
        """
        limit = asyncio.timeout(0.0 if self._ended else None)
        self._limits.add(limit)
        try:
            async with limit:
                await until
        except TimeoutError:
            if not limit.expired():
                raise
            raise ClientClosedError("the client was closed while this call waited") from None
        finally:
            self._limits.discard(limit)

    def end(self) -> None:
        """Nobody waits any more."""
        if not self._ended:  # a limit that has run out already cannot be moved
            self._ended = True
            for limit in self._limits:
                limit.reschedule(0.0)
