"""Async work for code that has no event loop: one loop in a thread of its own, for the whole process."""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
from collections.abc import Awaitable
from concurrent.futures import Future, wait
from contextvars import copy_context
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_CHECK_SECONDS = 0.5
"""How often a wait lets Python handle Ctrl-C on systems where waiting for a lock cannot be interrupted."""


def run(work: Awaitable[T]) -> T:
    """Do async work, and wait for its result; for scripts, threads, Django views, Celery tasks and notebooks.

    ::

        ld = abclient.LaunchDarkly()
        page = abclient.run(ld.flags("my-project").list())
        flag = abclient.run(ld.flags("my-project").get("new-checkout"))

    All work of the process runs in one event loop, in a background thread that starts with the first call. So a client
    can be used in any number of calls, from any thread, with all of them in flight at once, and keeps its connections.
    Ctrl-C cancels the work, waits until it has ended, and is raised. A forked process has a loop of its own; create
    clients there.

    Hooks and functions for progress are called in that thread. In code that has an event loop, use ``await``: this call
    blocks it, although the work is done.

    Args:
        work: a coroutine, a call of a client, a list (for its first page) or a bulk call.

    Raises:
        TypeError: it cannot be awaited.
        RuntimeError: it is called by async work that it runs itself, which would wait for itself.
        BaseException: what the work raises.
    """
    if not hasattr(work, "__await__"):
        raise TypeError(f"work must be something to await, such as a call of a client, not {work!r}")
    loop = _running_loop()
    if loop.owns_this_thread():
        _close(work)
        raise RuntimeError("abclient.run() was called by work that it runs itself: use await there")
    return _Waiting(loop, work).result()


def _close(work: Any) -> None:
    """End a coroutine that will not run, so that nothing warns of it."""
    if asyncio.iscoroutine(work):
        work.close()


class _LoopThread:
    """An event loop that runs in a daemon thread until the process ends."""

    def __init__(self) -> None:
        self.process: int = os.getpid()
        self._started = Future[asyncio.AbstractEventLoop]()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._serve, name="abclient", daemon=True)
        self._thread.start()
        self.loop: asyncio.AbstractEventLoop = self._started.result()
        atexit.register(self._end)

    def owns_this_thread(self) -> bool:
        """Whether the caller is work of this loop."""
        return threading.current_thread() is self._thread

    def _serve(self) -> None:
        with asyncio.Runner() as runner:  # which cancels what is left, at the end
            self._started.set_result(runner.get_loop())
            runner.run(self._stop.wait())

    def _end(self) -> None:
        if self.process == os.getpid():  # a fork inherits the registration, but not the thread
            self.loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()


_lock = threading.Lock()
_current: _LoopThread | None = None


def _running_loop() -> _LoopThread:
    """The loop of this process; a fork has none of its parent's threads."""
    global _current
    with _lock:
        if _current is None or _current.process != os.getpid():
            _current = _LoopThread()
        return _current


def _forget_lock() -> None:
    """Another thread may have held it at the moment of the fork, which does not exist in the child."""
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_lock)


class _Waiting(Generic[T]):
    """Work in the loop's thread, and the thread that waits for it."""

    def __init__(self, loop: _LoopThread, work: Awaitable[T]) -> None:
        self._loop, self._work = loop.loop, work
        self._ended: Future[T] = Future()
        self._task: asyncio.Task[None]  # from _begin on, before which the loop calls nothing else of this
        self._loop.call_soon_threadsafe(self._begin, context=copy_context())

    def result(self) -> T:
        try:
            while not self._ended.done():
                wait([self._ended], timeout=_CHECK_SECONDS)
        except BaseException:  # Ctrl-C, in the waiting thread
            self._loop.call_soon_threadsafe(self._cancel)
            wait([self._ended])
            raise
        return self._ended.result()

    def _begin(self) -> None:
        self._task = self._loop.create_task(self._settle())
        self._task.add_done_callback(self._settled)

    def _cancel(self) -> None:
        self._task.cancel()

    async def _settle(self) -> None:
        """Hand over the result; what ends a program must not end the loop, but reach the caller."""
        try:
            result = await self._work
        except BaseException as error:
            self._ended.set_exception(error)
        else:
            self._ended.set_result(result)

    def _settled(self, task: asyncio.Task[None]) -> None:
        if not self._ended.done():  # it was cancelled before it began
            _close(self._work)
            self._ended.set_exception(asyncio.CancelledError())
