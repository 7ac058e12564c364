"""How a command ends: its exit code, and one line for each thing that went wrong."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Coroutine, Generator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

OK, FAILED, USAGE, PARTIAL, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143

_LONGEST_LINE = 1000
_EXTRAS = {
    "aiohttp": "aiohttp",
    "orjson": "fast",
    "pandas": "pandas",
    "plotly": "report",
    "polars": "polars",
    "pyarrow": "arrow",
    "rich": "cli",
    "scipy": "health",
    "starlette": "sandbox",
    "typer": "cli",
    "uvicorn": "sandbox",
}


class UsageProblem(Exception):  # noqa: N818  # not an error of the program
    """The command line cannot mean anything; the message says why."""


def run(work: Callable[[], Coroutine[Any, Any, int]], *, interrupted: str = "interrupted") -> NoReturn:
    """Run a command's work and end the command.

    Args:
        work: checks what was given, asks for what is missing, and makes the coroutine, whose result is the exit code.
        interrupted: what to say after Ctrl-C, or SIGTERM.

    Raises:
        typer.Exit: always, with the exit code.
    """
    import asyncio

    import typer

    reconfigure: Any = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and not sys.stdout.isatty():
        reconfigure(encoding="utf-8", newline="")  # files must hold every name as it is, wherever they are written
    with _terminable() as terminations:
        try:
            code = asyncio.run(work())
            sys.stdout.flush()
        except (KeyboardInterrupt, typer.Abort):
            complain(interrupted)
            code = TERMINATED if terminations else INTERRUPTED
        except BrokenPipeError:  # whoever read the output has seen enough; typer knows how to end quietly
            raise
        except Exception as error:
            code = _explained(error)
    raise typer.Exit(code)


@contextmanager
def _terminable() -> Generator[list[int]]:
    """Let SIGTERM do what Ctrl-C would do at that moment; what is given holds the signals that came."""
    came: list[int] = []

    def terminate(number: int, frame: FrameType | None) -> None:
        came.append(number)
        handler = signal.getsignal(signal.SIGINT)
        # What a shell began in the background ignores Ctrl-C, but is to end all the same.
        (handler if callable(handler) else signal.default_int_handler)(signal.SIGINT, frame)

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield came
    finally:
        signal.signal(signal.SIGTERM, before)


def _explained(error: Exception) -> int:
    """Say in one line what went wrong; the exit code."""
    import logging

    from ..errors import ABClientError, ConfigurationError

    logging.getLogger("abclient").debug("the command failed", exc_info=error)
    if isinstance(error, ImportError):
        complain(_missing(error))
        return USAGE
    if isinstance(error, UsageProblem | ConfigurationError):
        complain(str(error))
        return USAGE
    complain(str(error) if isinstance(error, ABClientError) else f"{type(error).__name__}: {error}")
    return FAILED


def _missing(error: ImportError) -> str:
    """Which library is missing, and which extra brings it."""
    module = (error.name or "").partition(".")[0]
    if "pip install" in str(error) or module not in _EXTRAS:
        return str(error)
    return f"{module} is not installed: pip install 'abclient[{_EXTRAS[module]}]'"


def ended(failures: Mapping[str, Exception | str], *, done: int) -> int:
    """Name everything that failed; the exit code.

    Args:
        failures: why, by key.
        done: how many keys did not fail.
    """
    for key, why in failures.items():
        complain(f"{key}: {why}")
    if not failures:
        return OK
    complain(f"{len(failures)} failed of {len(failures) + done}")
    return PARTIAL if done else FAILED


def complain(message: str) -> None:
    """Write one line to standard error."""
    text = one_line(message)
    sys.stderr.write(f"abclient: {text[:_LONGEST_LINE]}{'…' if len(text) > _LONGEST_LINE else ''}\n")


def one_line(text: str) -> str:
    """The text without line ends, and without what would command a terminal: vendors' words are shown as they come."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in " ".join(text.split()))
