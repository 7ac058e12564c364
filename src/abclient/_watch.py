"""Tells the listeners of the process when runs and calls begin and end; costs next to nothing while there are none."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Self, TypeVar

from .events import CallEnded, CallStarted, RunEnded, RunKind, RunStarted, notify, watched

T = TypeVar("T")

_run_id: ContextVar[str | None] = ContextVar("run_id", default=None)


def new_id() -> str:
    """An id that nothing else has: 16 hexadecimal digits."""
    return os.urandom(8).hex()


def current_run() -> str | None:
    """The run that what is done here and now is part of."""
    return _run_id.get()


async def watched_call(started: CallStarted, attempts: Callable[[], int], work: Awaitable[T]) -> T:
    """What the work returns; listeners learn when it begins and how it ends.

    Args:
        started: describes the call.
        attempts: counts those that were sent.
        work: does it.
    """
    since = time.monotonic()
    notify(started)
    error: BaseException | None = None
    try:
        return await work
    except BaseException as raised:
        error = raised
        raise
    finally:
        elapsed, failed = time.monotonic() - since, type(error).__name__ if error else None
        notify(CallEnded(call_id=started.call_id, attempts=attempts(), elapsed=elapsed, error=failed))


class WatchedRun:
    """One run: a context in which it is under way.

    Args:
        kind: what it is.
        operation: of a list.
        total: of a bulk call.

    Attributes:
        done: outcomes or pages that were yielded.
        failed: how many of them are failures.
    """

    __slots__ = ("_kind", "_operation", "_run_id", "_since", "_total", "done", "failed")

    def __init__(self, kind: RunKind, *, operation: str | None = None, total: int | None = None) -> None:
        self._kind: RunKind = kind
        self._operation, self._total = operation, total
        self._run_id: str | None = None
        self._since = 0.0
        self.done: int = 0
        self.failed: int = 0

    def __enter__(self) -> Self:
        if watched():
            self._run_id, self._since = new_id(), time.monotonic()
            notify(
                RunStarted(
                    run_id=self._run_id,
                    parent_id=current_run(),
                    kind=self._kind,
                    operation=self._operation,
                    total=self._total,
                )
            )
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._run_id:
            elapsed, error = time.monotonic() - self._since, kind.__name__ if kind else None
            counts = {"done": self.done, "failed": self.failed}
            notify(RunEnded(run_id=self._run_id, kind=self._kind, elapsed=elapsed, error=error, **counts))

    def enter(self) -> None:
        """Make everything that this task does from now on a part of the run."""
        if self._run_id:
            _run_id.set(self._run_id)

    async def part(self, work: Callable[[], Awaitable[T]]) -> T:
        """What the work returns, which is a part of the run, unlike what the caller does between two parts.

        It is called when it begins: a coroutine of a task that is cancelled before that would be left unawaited.
        """
        if self._run_id is None:
            return await work()
        before = _run_id.set(self._run_id)
        try:
            return await work()
        finally:
            _run_id.reset(before)
