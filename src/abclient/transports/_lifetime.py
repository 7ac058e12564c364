"""How long a transport may be used: in one event loop of one process, until it is closed."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from types import TracebackType
from typing import Any, cast

from ..errors import ClientClosedError


class Lifetime:
    """Knows the event loop a transport belongs to and which calls are running, and ends them when it closes.

    A transport belongs to the loop and the process of its first call, so that it can be made outside of any loop, and
    before a fork. Afterwards it is of no use in a child: the connections are the parent's, whose answers would be read
    there, and the event loop itself, if it is the same, shares what tells of arrivals with the parent's.
    """

    def __init__(self) -> None:
        self._closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0
        self._calls: set[Call] = set()
        self._last_call_ended = asyncio.Event()

    def call(self) -> Call:
        """Around everything one call does.

        Raises:
            ClientClosedError: the transport is closed, gets closed meanwhile, or belongs to another event loop or
                process.
        """
        self._check()
        return Call(self)

    def begun(self, call: Call) -> None:
        """Count it among those to interrupt."""
        self._calls.add(call)

    def over(self, call: Call) -> None:
        """It has cleaned up."""
        self._calls.discard(call)
        if self._closed and not self._calls:
            self._last_call_ended.set()

    def end(self) -> bool:
        """Refuse new calls and interrupt the running ones.

        Returns:
            Whether this is the transport's own event loop, in which alone its connections can be closed.
        """
        first, self._closed = not self._closed, True
        if self._loop is not asyncio.get_running_loop() or self._process != os.getpid():
            return False
        if first:
            for call in self._calls:
                call.interrupt("the client was closed while the call ran")
        return True

    def end_in_fork(self) -> None:
        """End the running calls in a child: they are the parent's, which goes on with them."""
        for call in self._calls:
            with suppress(RuntimeError):  # in a loop that was closed with calls under way
                call.interrupt("this process was forked while the call ran, which goes on in its parent alone")

    async def ended(self) -> None:
        """Wait until the interrupted calls have cleaned up."""
        if self._calls:
            await self._last_call_ended.wait()

    @property
    def forgotten_in(self) -> asyncio.AbstractEventLoop | None:
        """The loop in which something may be open still, and is to be closed by this process."""
        return None if self._closed or self._process != os.getpid() else self._loop

    def _check(self) -> None:
        if self._closed:
            raise ClientClosedError("the client is closed")
        if self._process and self._process != os.getpid():
            raise ClientClosedError(
                "the client belongs to the process that used it first, of which this one is a fork; make one client in"
                " each process, after the fork"
            )
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop, self._process = loop, os.getpid()
        elif self._loop is not loop:
            raise ClientClosedError(
                "the client belongs to another event loop, the one of its first call; make one client per event loop"
            )


class Call:
    """One running call.

    It does what an ``asyncio.timeout`` in a context manager would do, at a third of the price for every request.
    """

    __slots__ = ("_interrupted", "_lifetime", "_requests_before", "_task")

    def __init__(self, lifetime: Lifetime) -> None:
        self._lifetime = lifetime
        self._interrupted = ""

    def interrupt(self, why: str) -> None:
        """End it, wherever it waits."""
        self._interrupted = why
        self._task.cancel()

    def __enter__(self) -> None:
        self._task = cast("asyncio.Task[Any]", asyncio.current_task())  # only a task can wait for an answer
        self._requests_before = self._task.cancelling()
        self._lifetime.begun(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lifetime.over(self)
        # Somebody else may have cancelled the task as well: then it is cancelled, and not closed.
        if self._interrupted and self._task.uncancel() <= self._requests_before and kind is asyncio.CancelledError:
            raise ClientClosedError(self._interrupted) from None
