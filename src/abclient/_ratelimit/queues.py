"""The queues in which calls of bulk work wait for their turn: one for each route, and short."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, NamedTuple, TypeVar

from .quota import Permit

C = TypeVar("C")
P = TypeVar("P")
_MAX_QUEUED_CALLS = 4  # 1 and 64: the same; more are only memory, and keys drawn before their time


class Queued(NamedTuple):
    """A call that waits for its turn.

    Attributes:
        route: whose quota it counts for, besides the account's.
        previous: the call's last permit, if this is not its first.
        fixed: it belongs to bulk work with a fixed concurrency.
    """

    route: str
    previous: Permit | None
    fixed: bool


class Admission:
    """Tasks that wait until there is room for them: first in, first out, as many are woken as there is room for.

    A task that is woken may leave the room unused, so it is looked at again as soon as the task has gone on.

    Args:
        room: for how many there is room now.
    """

    __slots__ = ("_again", "_room", "_waiters")

    def __init__(self, room: Callable[[], int]) -> None:
        self._room = room
        self._waiters: deque[asyncio.Future[None]] = deque()
        self._again: asyncio.Handle | None = None

    async def wait(self) -> None:
        """Wait for room, if there is none; it is not reserved."""
        while self._room() <= 0:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            await waiter

    def update(self) -> None:
        """There may be more room."""
        if not self._waiters:
            return
        room, woken = self._room(), None
        while room > 0 and self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                room, woken = room - 1, waiter
        if woken is not None and self._again is None:
            self._again = woken.get_loop().call_soon(self._update_again)

    def _update_again(self) -> None:
        self._again = None
        self.update()


class FairLock(Generic[C, P]):
    """A lock that is acquired first in, first out, except that a returning task waits in front of the others.

    It is released to as many waiters as can be granted what they wait for, and to the next one. To hand it from one to
    the other would take a round of the event loop for each.

    Args:
        grant: what a waiter gets in place of the lock, for what it has asked; None if it needs the lock.
        give_back: takes what was granted to a task at the moment of its cancellation.

    Attributes:
        pending: how many tasks hold it or wait for it.
    """

    __slots__ = ("_give_back", "_grant", "_taken", "_waiters", "pending")

    def __init__(self, grant: Callable[[C], P | None], give_back: Callable[[P], None]) -> None:
        self.pending: int = 0
        self._grant = grant
        self._give_back = give_back
        self._taken = False
        self._waiters: deque[tuple[asyncio.Future[P | None], C]] = deque()

    async def acquire(self, asked: C, *, at_front: bool = False) -> P | None:
        """Wait for the lock, which must then be released once; or for what is granted, which is returned."""
        self.pending += 1
        if not self._taken:
            self._taken = True
            return None
        waiter: asyncio.Future[P | None] = asyncio.get_running_loop().create_future()
        (self._waiters.appendleft if at_front else self._waiters.append)((waiter, asked))
        try:
            return await waiter
        except BaseException:
            # What became ours at the moment of the cancellation must not get lost.
            if not waiter.done() or waiter.cancelled():
                self.pending -= 1  # `release` skips a cancelled waiter
            elif (granted := waiter.result()) is None:
                self.release()
            else:
                self._give_back(granted)
            raise

    def release(self) -> None:
        """Hand the lock to the next waiter that cannot be granted what it has asked for."""
        self.pending -= 1
        while self._waiters:
            waiter, asked = self._waiters.popleft()
            if waiter.done():
                continue
            granted = self._grant(asked)
            waiter.set_result(granted)
            if granted is None:
                return
            self.pending -= 1
        self._taken = False


class Queues:
    """The queues of an account.

    Args:
        wait: waits until the call whose turn it is may be sent; its permit.
        grant: a permit for a call that waits behind another one, if it may be sent at once.
        give_back: takes the permit of a call that was cancelled meanwhile.
    """

    def __init__(
        self,
        wait: Callable[[Queued], Awaitable[Permit]],
        grant: Callable[[Queued], Permit | None],
        give_back: Callable[[Permit], None],
    ) -> None:
        self._wait, self._grant, self._give_back = wait, grant, give_back
        self._locks: dict[str, FairLock[Queued, Permit]] = {}
        self._admission = Admission(self._room)

    async def acquire(self, queued: Queued) -> Permit:
        """A permit, in the order in which calls ask for one; one that was sent before goes first."""
        lock = self._locks.get(queued.route)
        if lock is None:
            lock = self._locks[queued.route] = FairLock(self._grant, self._give_back)
        if not lock.pending and (granted := self._grant(queued)) is not None:
            return granted
        try:
            granted = await lock.acquire(queued, at_front=queued.previous is not None)
            if granted is not None:
                return granted
            try:
                return await self._wait(queued)
            finally:
                lock.release()
        finally:
            self._admission.update()

    async def wait_for_room(self) -> None:
        """Wait while the queues are long: another call would only wait in them."""
        await self._admission.wait()

    def _room(self) -> int:
        return _MAX_QUEUED_CALLS - sum(lock.pending for lock in self._locks.values())
