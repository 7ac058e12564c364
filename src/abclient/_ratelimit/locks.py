"""Waiting: a broadcast, and a scope that cancels all waits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any, cast

from ..errors import ClientClosedError


def loop_time() -> float:
    """Seconds, by the running event loop's clock."""
    return asyncio.get_running_loop().time()


class Signal:
    """A broadcast: wakes every task that waits for it now."""

    __slots__ = ("_waiters",)

    def __init__(self) -> None:
        self._waiters: list[asyncio.Future[None]] = []

    async def wait(self) -> None:
        """Wait for the next ``notify_all``."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            if waiter.cancelled() and waiter in self._waiters:
                self._waiters.remove(waiter)

    def notify_all(self) -> None:
        """Wake every waiting task."""
        waiters = self._waiters
        if waiters:
            self._waiters = []
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)


class CancelScope:
    """Waits that can all be cancelled at once, and for good.

    Adaptive calls wait here again and again, so not by ``asyncio.timeout``, which takes several times as long.
    """

    __slots__ = ("_cancelled", "_waiting")

    def __init__(self) -> None:
        self._cancelled = False
        self._waiting: dict[asyncio.Task[Any], bool] = {}  # and whether they were interrupted

    async def wait(self, until: Awaitable[None]) -> None:
        """Wait until that is over.

        Raises:
            ClientClosedError: the scope was cancelled.
        """
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        requests_before, cancelled, closed = task.cancelling(), None, False
        self._waiting[task] = self._cancelled
        if self._cancelled:
            task.cancel()
        try:
            await until
        except asyncio.CancelledError as error:
            cancelled = error
        finally:
            # If the task was cancelled by others as well, it is cancelled, and not closed.
            closed = self._waiting.pop(task) and task.uncancel() <= requests_before
        if cancelled is not None:
            raise ClientClosedError("the client was closed while this call waited") if closed else cancelled

    def cancel(self) -> None:
        """End all waits, now and later."""
        if not self._cancelled:
            self._cancelled = True
            for task in list(self._waiting):
                self._waiting[task] = True
                _cancel(task)


def _cancel(task: asyncio.Task[Any]) -> None:
    """Cancel it, wherever its event loop runs: a client may be closed from another thread."""
    try:
        here: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
    except RuntimeError:
        here = None
    if task.get_loop() is here:
        task.cancel()
        return
    with suppress(RuntimeError):  # the loop is closed
        task.get_loop().call_soon_threadsafe(task.cancel)
