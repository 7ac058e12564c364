"""What Ctrl-C, SIGTERM and SIGHUP (a closed terminal) do during the command's work: cancel it, once.

Before that, if the process is the command's own, they end it at once, because nothing can be lost; afterwards they
have no effect.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from .._console.signals import ending_signals

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Coroutine
    from types import FrameType

_INSISTS_AFTER_SECONDS = 3.0
"""A second interruption this long after the first ends the command without writing what was fetched."""

_raising: list[bool] = []


def exit_code(number: int) -> int:
    """The exit code for a signal, as in shells."""
    return 128 + number


class Interruption:
    """Cancels the command's work when a signal comes.

    Attributes:
        number: the signal that ended the work, or prevented it; None if there was none.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self._began = False
        self._task: Task[Any] | None = None
        self._first_at: float | None = None
        self._before: dict[int, Any] = {}

    async def cancellable(self, work: Coroutine[Any, Any, int]) -> int:
        """Do the work; a signal cancels it."""
        from asyncio import current_task

        self._task, self._began = current_task(), True
        try:
            return await work
        finally:
            self._task = None

    def install(self) -> None:
        """Install the handlers; in a thread, where signals cannot be handled, they are left alone."""
        for number in ending_signals():
            with suppress(ValueError):
                self._before[number] = signal.signal(number, self._handle)

    def remove(self) -> None:
        """Restore the previous handlers."""
        for number, before in self._before.items():
            signal.signal(number, before)

    def _handle(self, number: int, frame: FrameType | None) -> None:
        now = time.monotonic()
        if not self._began:
            self.number = number
            self._pass_on(number, frame)
        elif self._first_at is None:
            self._first_at = now
            if self._task is not None:
                self.number = number
                self._task.cancel()
                self._task.get_loop().call_soon_threadsafe(lambda: None)  # it may be waiting for the network
        elif now - self._first_at > _INSISTS_AFTER_SECONDS:
            self._pass_on(number, frame)

    def _pass_on(self, number: int, frame: FrameType | None) -> None:
        before = self._before[number]
        # A prompt has to turn the terminal's echo on again, a generator to remove its draft.
        (before if callable(before) and not _raising else signal.default_int_handler)(number, frame)


@contextmanager
def catching_signals() -> Generator[Interruption]:
    """Let signals cancel what ``Interruption.cancellable`` does."""
    interruption = Interruption()
    interruption.install()
    try:
        yield interruption
    finally:
        interruption.remove()


@contextmanager
def interruptible() -> Generator[None]:
    """Let signals raise KeyboardInterrupt, so that what has begun is undone: a prompt, a draft."""
    _raising.append(True)
    try:
        yield
    finally:
        _raising.pop()
