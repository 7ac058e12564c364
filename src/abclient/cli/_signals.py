"""What Ctrl-C, SIGTERM and SIGHUP (a closed terminal) do, from the command's first import to the process's end.

Before the work they end the process at once, as nothing can be lost. During the work they cancel it, once, however
often they come. After it they come too late to change anything.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Coroutine
    from types import FrameType

_INSISTS_AFTER_SECONDS = 3.0
"""Whoever interrupts again this long after the first time does not want to wait until what was fetched is written."""

_SHOW_CURSOR = b"\x1b[?25h"

_prompting: list[bool] = []


def ending_signals() -> list[signal.Signals]:
    """The signals that end the command, without those that whoever started it has switched off.

    What a shell began in the background ignores Ctrl-C, and what ``nohup`` began SIGHUP; SIGTERM counts always.
    """
    known = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    return [one for one in known if one == signal.SIGTERM or signal.getsignal(one) not in (signal.SIG_IGN, None)]


def exit_code(number: int) -> int:
    """The exit code of what a signal ended, as shells have it."""
    return 128 + number


def leave_on_signals() -> None:
    """From now on, until something else is arranged, a signal ends the process; for processes of the command's own."""
    for number in ending_signals():
        signal.signal(number, _leave)


def ignore_signals() -> None:
    """From now on signals change nothing: the exit code is decided, and the interpreter is about to end."""
    for number in ending_signals():
        signal.signal(number, signal.SIG_IGN)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    with suppress(OSError):
        if os.isatty(2):
            os.write(2, _SHOW_CURSOR)  # a progress bar may have hidden it
        os.write(2, b"abclient: interrupted\n")
    os._exit(exit_code(number))  # an exception could come up anywhere, in the middle of an import for instance


class Interruption:
    """Cancels the command's work when a signal comes.

    Attributes:
        number: the signal that ended the work, or kept it from beginning; None if none did.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self._began = False
        self._task: Task[Any] | None = None
        self._first_at: float | None = None
        self._before: dict[int, Any] = {}

    async def cancellable(self, work: Coroutine[Any, Any, int]) -> int:
        """Do the work, which a signal cancels."""
        from asyncio import current_task

        self._task, self._began = current_task(), True
        try:
            return await work
        finally:
            self._task = None

    def install(self) -> None:
        """Take over; in a thread, where signals cannot be handled, they stay as they are."""
        for number in ending_signals():
            with suppress(ValueError):
                self._before[number] = signal.signal(number, self._handle)

    def remove(self) -> None:
        """Put back what was there before."""
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
        # A prompt has to turn the terminal's echo on again.
        (before if callable(before) and not _prompting else signal.default_int_handler)(number, frame)


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
def prompting() -> Generator[None]:
    """Let signals raise KeyboardInterrupt, so that a prompt ends as it should."""
    _prompting.append(True)
    try:
        yield
    finally:
        _prompting.pop()
