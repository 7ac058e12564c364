"""Signals before and after the command's work. This is imported first of all, and so imports next to nothing."""

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

    What a shell began in the background ignores Ctrl-C, and what ``nohup`` began SIGHUP; SIGTERM counts always.
    """
    known = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    return [one for one in known if one == signal.SIGTERM or signal.getsignal(one) not in (signal.SIG_IGN, None)]


def leave_on_signals() -> None:
    """From now on, until something else is arranged, a signal ends the process; for processes of the command's own."""
    for number in ending_signals():
        signal.signal(number, _leave)


def ignore_signals() -> None:
    """From now on signals change nothing: the exit code is decided, and the interpreter is about to end."""
    for number in ending_signals():
        signal.signal(number, signal.SIG_IGN)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    # No exception: it could come up anywhere, in the middle of an import for instance, and be printed or swallowed.
    try:
        if os.isatty(2):
            os.write(2, _SHOW_CURSOR)  # a progress bar may have hidden it
        os.write(2, b"abclient: interrupted\n")
    except OSError:  # contextlib would have to be imported
        pass
    os._exit(128 + number)
