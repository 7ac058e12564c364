"""Which calls a transport is running, and how they end when it is closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, cast

from .._aio import LoopBound
from ..errors import ClientClosedError


class TransportState(LoopBound):
    """Knows a transport's event loop and its running calls, and ends them when it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self._calls: set[RunningCall] = set()
        self._last_call_ended = asyncio.Event()

    def call(self) -> RunningCall:
        """Around everything one call does.

        Raises:
            ClientClosedError: the transport is closed, gets closed meanwhile, or belongs to another event loop or
                process.
        """
        self.check()
        return RunningCall(self)

    def add(self, call: RunningCall) -> None:
        """Count it among those to interrupt."""
        self._calls.add(call)

    def discard(self, call: RunningCall) -> None:
        """It has cleaned up."""
        self._calls.discard(call)
        if self.closed and not self._calls:
            self._last_call_ended.set()

    def close(self, and_then: Callable[[], object] = lambda: None) -> bool:
        """Refuse new calls, and in the transport's own event loop interrupt the running ones and do one thing more.

        Returns:
            Whether that is this one; in another one it is done later, if it still runs.
        """
        self.closed = True
        own = self.loop
        if own is asyncio.get_running_loop():
            for call in self._calls:
                call.interrupt("the client was closed while the call ran")
            and_then()
            return True
        if own is not None:
            with suppress(RuntimeError):  # it is closed
                own.call_soon_threadsafe(self.close, and_then)
        return False

    def end_in_fork(self) -> None:
        """End the running calls in a child: they are the parent's, which goes on with them."""
        for call in self._calls:
            with suppress(RuntimeError):  # in a loop that was closed with calls under way
                call.interrupt("this process was forked while the call ran, which goes on in its parent alone")

    async def wait_idle(self) -> None:
        """Wait until the interrupted calls have cleaned up."""
        if self._calls:
            await self._last_call_ended.wait()

    @property
    def unclosed_loop(self) -> asyncio.AbstractEventLoop | None:
        """The loop in which something may be open still, and is to be closed by this process."""
        return None if self.closed else self.loop


class RunningCall:
    """One running call.

    It does what an ``asyncio.timeout`` in a context manager would do, at a third of the price for every request.
    """

    __slots__ = ("_interrupted", "_requests_before", "_state", "_task")

    def __init__(self, state: TransportState) -> None:
        self._state = state
        self._interrupted = ""

    def interrupt(self, why: str) -> None:
        """End it, wherever it waits, once."""
        if not self._interrupted:
            self._interrupted = why
            self._task.cancel()

    def __enter__(self) -> None:
        self._task = cast("asyncio.Task[Any]", asyncio.current_task())  # only a task can wait for a response
        self._requests_before = self._task.cancelling()
        self._state.add(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._state.discard(self)
        # If the task was cancelled by others as well, it is cancelled, and not closed.
        if self._interrupted and self._task.uncancel() <= self._requests_before and kind is asyncio.CancelledError:
            raise ClientClosedError(self._interrupted) from None
