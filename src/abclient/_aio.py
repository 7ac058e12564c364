"""What asyncio lacks: reliable cancellation of tasks, generators that close their sources, streams that restart."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Callable,
    Collection,
    Generator,
    Iterable,
    Iterator,
)
from itertools import takewhile
from types import TracebackType
from typing import Any, Generic, TypeVar, cast

from attrs import frozen

from .errors import ClientClosedError

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")
W = TypeVar("W")


@frozen
class Failed(Generic[K]):
    """Takes the place, in a stream of keys, of one that failed before it could be fetched."""

    key: K
    error: Exception


def in_event_loop() -> bool:
    """Whether an event loop runs in this thread."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class LoopBound:
    """Something with connections: usable in the event loop and process of its first use, until it is closed.

    It can be created outside of any loop, and before a fork. Once used, it cannot be used in a child: the connections
    are the parent's, whose responses would be read there, and the event loop, if it is the same, shares its epoll with
    the parent's.

    Attributes:
        closed: it was closed.
    """

    def __init__(self) -> None:
        self.closed: bool = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0

    def check(self) -> None:
        """Bind it to the running event loop if it was not used before.

        Raises:
            ClientClosedError: it was closed, or belongs to another event loop or process.
        """
        if self.closed:
            raise ClientClosedError("this client was closed; make a new one")
        if self._process and self._process != os.getpid():
            raise ClientClosedError(
                "this client belongs to the process that used it first, of which this one is a fork: make one client in"
                " each process, after the fork"
            )
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop, self._process = loop, os.getpid()
        elif self._loop is not loop:
            raise ClientClosedError(
                "this client belongs to another event loop, where its connections are: make one client inside each"
                " asyncio.run(...)"
            )

    @property
    def loop(self) -> asyncio.AbstractEventLoop | None:
        """The event loop it belongs to; None before its first use, and in a fork."""
        return self._loop if self._process == os.getpid() else None


async def cancel_and_wait(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Cancel tasks and wait until they are gone; their results and errors are dropped.

    A caller that is cancelled meanwhile gets its CancelledError at the end, when no task is running any more.
    """
    gone = asyncio.gather(*tasks, return_exceptions=True)
    cancelled: asyncio.CancelledError | None = None
    while not gone.done():
        for task in tasks:
            task.cancel()
        try:
            await asyncio.wait([gone])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled


def cancelled_from_within(cancelled: asyncio.CancelledError) -> RuntimeError:
    """The failure of a task that was cancelled by what it runs, and not by those who wait for it."""
    error = RuntimeError("cancelled from within, by what was fetched or by where the keys come from")
    error.__cause__ = cancelled
    return error


async def close(source: object) -> None:
    """Close it, if it is a generator."""
    if isinstance(source, AsyncGenerator):
        await source.aclose()
    elif isinstance(source, Generator):
        source.close()


async def flat_map(items: Iterable[T] | AsyncIterable[T], parts: Callable[[T], Iterable[V]]) -> AsyncGenerator[V, None]:
    """The parts of every item, one after the other.

    The source of the items is closed with it. Left to the garbage collector, it would often be closed when the event
    loop ends, at the same time as what it reads from itself, which then complains that it is being closed already.
    """
    if not isinstance(items, AsyncIterable):
        for part in _flat_map(items, parts):
            yield part
        return
    stream = aiter(items)
    try:
        async for item in stream:
            for part in parts(item):
                yield part
    finally:
        await close(stream)


def _flat_map(items: Iterable[T], parts: Callable[[T], Iterable[V]]) -> Generator[V, None, None]:
    stream = iter(items)
    try:
        for item in stream:
            yield from parts(item)
    finally:
        if isinstance(stream, Generator):
            stream.close()


class Restartable(AsyncIterable[V]):
    """An async iterable that starts anew each time it is iterated.

    Args:
        source: what it reads from.
        start: reads it.
        total: how many values there are; None if they cannot be counted beforehand.
    """

    def __init__(
        self,
        source: object,
        start: Callable[[], AsyncGenerator[V, None] | Generator[V, None, None]],
        total: int | None = None,
    ) -> None:
        self.total: int | None = total
        self._start = start
        self._once = isinstance(source, Iterator | AsyncIterator)
        self._started = False

    @staticmethod
    def of(
        items: Iterable[T] | AsyncIterable[T], parts: Callable[[T], Iterable[W]], total: int | None = None
    ) -> Restartable[W]:
        """The parts of every item, one after the other."""
        if isinstance(items, AsyncIterable):
            return Restartable(items, lambda: flat_map(items, parts), total)
        return Restartable(items, lambda: _flat_map(items, parts), total)

    def begin(self) -> AsyncGenerator[V, None] | Generator[V, None, None]:
        """Start reading; nothing has to be awaited where nothing that is read has.

        Raises:
            RuntimeError: the source is an iterator, which was read before.
        """
        if self._once and self._started:
            raise RuntimeError("the keys came from an iterator, which is read only once: pass a list, or call again")
        self._started = True
        return self._start()

    def __aiter__(self) -> AsyncGenerator[V, None]:
        """Start reading; raises as ``begin``."""
        begun = self.begin()
        return begun if isinstance(begun, AsyncGenerator) else flat_map(begun, lambda value: (value,))


def restartable(keys: Iterable[K] | AsyncIterable[K]) -> Restartable[K]:
    """The keys, so that they can be read again if they can."""
    if isinstance(keys, Restartable):
        return keys

    def alone(key: K) -> tuple[K]:
        return (key,)

    return Restartable.of(keys, alone)


class Deadlines:
    """The deadlines of all calls of a client, which share one timer of the event loop.

    It is moved only when it rings, and not, as by ``asyncio.timeout``, twice for every call, which took a sixth of what
    a call costs above transport and decoding (``make bench``, "one call"). Calls of one length end in the order they
    began, so that only the first of each is looked at.
    """

    def __init__(self) -> None:
        self._by_length: dict[float, dict[Deadline, None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    def add(self, deadline: Deadline) -> dict[Deadline, None]:
        """Watch it, among others of its length, which are returned."""
        alike = self._by_length.setdefault(deadline.length, {})
        alike[deadline] = None
        if self._timer is None or self._timer.when() > deadline.when:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_at(deadline.when, self._ring)
        return alike

    def _ring(self) -> None:
        loop = asyncio.get_running_loop()
        now, self._timer = loop.time(), None
        for length, alike in list(self._by_length.items()):
            for deadline in list(takewhile(lambda one: one.when <= now, alike)):
                del alike[deadline]
                deadline.expire()
            if not alike:
                del self._by_length[length]
        if self._by_length:
            first = min(next(iter(alike)).when for alike in self._by_length.values())
            self._timer = loop.call_at(first, self._ring)


class Deadline:
    """Around what must end in time: then it is cancelled, and raises TimeoutError, as by ``asyncio.timeout``.

    Args:
        deadlines: those it is one of.
        length: seconds that every call like this one has from its beginning.
        left: seconds that are left of them.

    Attributes:
        expired: the time is over.
    """

    __slots__ = ("_alike", "_deadlines", "_requests_before", "_task", "expired", "length", "when")

    def __init__(self, deadlines: Deadlines, length: float, left: float) -> None:
        self.expired: bool = False
        self.length: float = length
        self.when: float = asyncio.get_running_loop().time() + left
        self._deadlines = deadlines

    def expire(self) -> None:
        """The time is over."""
        self.expired = True
        self._task.cancel()

    def __enter__(self) -> None:
        self._task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._requests_before = self._task.cancelling()
        self._alike = self._deadlines.add(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._alike.pop(self, None)
        # If the task was cancelled by others as well, it is cancelled, and not late.
        if self.expired and self._task.uncancel() <= self._requests_before and kind is asyncio.CancelledError:
            raise TimeoutError from error


class Slots:
    """Slots, of which a task waits for one; half the price of ``asyncio.Semaphore``."""

    __slots__ = ("_free", "_waiters")

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiters: deque[asyncio.Future[None]] = deque()

    async def acquire(self) -> None:
        """Wait for a slot; it must be released once."""
        if self._free:
            self._free -= 1
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        except BaseException:
            if waiter.done() and not waiter.cancelled():
                self.release()  # the slot became ours at the moment of the cancellation
            raise

    def release(self) -> None:
        """Hand the slot to the next waiter."""
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return
        self._free += 1


class Queue(Generic[T]):
    """What workers have fetched, for the one task that takes it; a third of the price of ``asyncio.Queue``."""

    __slots__ = ("_items", "_waiter")

    def __init__(self) -> None:
        self._items: deque[T] = deque()
        self._waiter: asyncio.Future[None] | None = None

    def put(self, item: T) -> None:
        """Add an item."""
        self._items.append(item)
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def take(self) -> T:
        """Wait for the first item."""
        while not self._items:
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter
        return self._items.popleft()
