"""What asyncio lacks: reliable cancellation of tasks, generators that close their sources, streams that restart."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Collection, Iterable, Iterator
from typing import Any, Generic, TypeVar

from attrs import frozen

from .errors import ClientClosedError

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


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


async def flat_map(items: Iterable[T] | AsyncIterable[T], parts: Callable[[T], Iterable[V]]) -> AsyncGenerator[V, None]:
    """The parts of every item, one after the other.

    The source of the items is closed with it. Left to the garbage collector, it would often be closed when the event
    loop ends, at the same time as what it reads from itself, which then complains that it is being closed already.
    """
    if not isinstance(items, AsyncIterable):
        for item in items:
            for part in parts(item):
                yield part
        return
    stream = aiter(items)
    try:
        async for item in stream:
            for part in parts(item):
                yield part
    finally:
        if isinstance(stream, AsyncGenerator):
            await stream.aclose()


class Restartable(AsyncIterable[V]):
    """An async iterable that starts anew each time it is iterated.

    Args:
        source: what it reads from.
        start: reads it.
        total: how many values there are; None if they cannot be counted beforehand.
    """

    def __init__(self, source: object, start: Callable[[], AsyncGenerator[V, None]], total: int | None = None) -> None:
        self.total: int | None = total
        self._start = start
        self._once = isinstance(source, Iterator | AsyncIterator)
        self._started = False

    def __aiter__(self) -> AsyncGenerator[V, None]:
        """Start reading.

        Raises:
            RuntimeError: the source is an iterator, which was read before.
        """
        if self._once and self._started:
            raise RuntimeError("the keys came from an iterator, which is read only once: pass a list, or call again")
        self._started = True
        return self._start()
