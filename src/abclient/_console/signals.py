"""Signals before and after the command's work. This is imported first, so it imports next to nothing."""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False

if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

_SHOW_CURSOR = b"\x1b[?25h"


def ending_signals() -> list[signal.Signals]:
    """The signals that end the command, without those that the parent process ignores.

    Background jobs of a shell ignore Ctrl-C, and jobs of ``nohup`` ignore SIGHUP; SIGTERM always counts.
    """
    known = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    return [one for one in known if one == signal.SIGTERM or signal.getsignal(one) not in (signal.SIG_IGN, None)]


def leave_on_signals() -> None:
    """Let signals end the process until other handlers are installed; for the command's own process."""
    for number in ending_signals():
        signal.signal(number, _leave)


def ignore_signals() -> None:
    """Ignore signals from now on: the exit code is decided, and the interpreter is about to end."""
    for number in ending_signals():
        signal.signal(number, signal.SIG_IGN)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    # Not an exception: it could be raised anywhere, such as within an import, and be printed or swallowed.
    try:
        if os.isatty(2):
            os.write(2, _SHOW_CURSOR)  # a progress bar may have hidden it
        os.write(2, b"abclient: interrupted\n")
    except OSError:  # contextlib would have to be imported
        pass
    os._exit(128 + number)
