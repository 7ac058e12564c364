"""How a command ends: its exit code, and one line for each thing that went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Coroutine, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from .._console.streams import output_closed
from .._console.terminal import one_line
from .._distribution import extra_with, install_hint
from .._documentation import link_of
from ._signals import Interruption, catching_signals, exit_code

OK, FAILED, USAGE, PARTIAL, INTERRUPTED = 0, 1, 2, 3, 130

_LONGEST_LINE = 1000


class UsageError(Exception):
    """The command line is invalid; the message says why."""


def run(
    work: Callable[[], Coroutine[Any, Any, int]], *, interrupted: str = "interrupted", only_prints: bool = False
) -> NoReturn:
    """Run a command's work and end the command.

    Args:
        work: checks the arguments, prompts for missing credentials, and returns a coroutine that returns the exit code.
        interrupted: the message after Ctrl-C, SIGTERM or SIGHUP.
        only_prints: whether the work is useless if standard output is closed.

    Raises:
        typer.Exit: always, with the exit code.
    """
    import typer

    with catching_signals() as interruption:
        code = _code(work, interruption, interrupted, only_prints=only_prints)
    raise typer.Exit(code)


def _code(
    work: Callable[[], Coroutine[Any, Any, int]], interruption: Interruption, interrupted: str, *, only_prints: bool
) -> int:
    import asyncio

    import typer

    from .._aio import in_event_loop

    try:
        if in_event_loop():
            raise UsageError(  # noqa: TRY301  # said as any other
                "this thread runs an event loop already; call abclient.cli.main in another: asyncio.to_thread(main, …)"
            )
        if only_prints and output_closed():
            print_error("standard output is closed, and there is nothing to do but to print")
            return FAILED
        with _every_text_accepted():
            code = _done(work(), interruption)
            sys.stdout.flush()
    except (KeyboardInterrupt, asyncio.CancelledError, typer.Abort):
        print_error(interrupted)
        return INTERRUPTED if interruption.number is None else exit_code(interruption.number)
    except BrokenPipeError:  # the reader has seen enough
        return OK
    except Exception as error:
        return _explained(error)
    return code


def _done(work: Coroutine[Any, Any, int], interruption: Interruption) -> int:
    import asyncio

    cancellable = interruption.cancellable(work)
    try:
        return asyncio.run(cancellable)
    finally:
        cancellable.close()  # an interruption may come before they have started
        work.close()


@contextmanager
def _every_text_accepted() -> Generator[None]:
    """Write every name unchanged to files and pipes, in any locale, and what can be shown to terminals.

    Afterwards standard output is restored, because it may belong to another program.
    """
    stream = sys.stdout
    reconfigure: Any = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        yield
        return
    before = {"encoding": stream.encoding, "errors": stream.errors}
    exact = {} if stream.isatty() else {"encoding": "utf-8", "newline": ""}
    reconfigure(**exact, errors="backslashreplace")
    try:
        yield
    finally:
        with suppress(OSError, ValueError):  # write errors and closed streams are reported elsewhere
            reconfigure(**before)


def _explained(error: Exception) -> int:
    """Print an error in one line; returns the exit code."""
    import logging

    from ..errors import ConfigurationError
    from ._hints import hint_about_credentials

    logging.getLogger("abclient").debug("the command failed", exc_info=error)
    if isinstance(error, ImportError):
        print_error(_missing(error))
        return USAGE
    if isinstance(error, UsageError | ConfigurationError):
        print_error(str(error))
        return USAGE
    print_error(error_text(error))
    if helps := hint_about_credentials(error):
        print_error(helps)
    print_links([error])
    return FAILED


def error_text(error: Exception) -> str:
    """What an error says; of another library's, which kind it is, too, and of a file's, which file."""
    from ..errors import ABClientError

    if isinstance(error, OSError) and error.strerror and isinstance(error.filename, str | Path):
        return f"{error.filename}: {error.strerror}"
    return str(error) if isinstance(error, ABClientError) else f"{type(error).__name__}: {error}"


def _missing(error: ImportError) -> str:
    """Which library is missing, and which extra installs it."""
    module = (error.name or "").partition(".")[0]
    extra = extra_with(module)
    if extra is None or "pip install" in str(error):
        return str(error)
    return f"{module} is not installed: {install_hint(extra)}"


def exit_code_for(failures: Mapping[str, Exception | str], *, done: int) -> int:
    """Print all failures; returns the exit code.

    Args:
        failures: why, by key.
        done: how many keys did not fail.
    """
    import logging

    from ..errors import ABClientError

    for key, why in failures.items():
        if isinstance(why, str | ABClientError | ValueError):
            print_error(f"{key}: {why}")
        else:  # a mistake in a program, such as a vendor's of another distribution
            logging.getLogger("abclient").debug("%s failed", key, exc_info=why)
            print_error(f"{key}: {type(why).__name__}: {why}")
    if not failures:
        return OK
    print_links(failures.values())
    print_error(f"{len(failures)} failed of {len(failures) + done}")
    return PARTIAL if done else FAILED


def print_error(message: str) -> None:
    """Write one line to standard error."""
    text = one_line(message)
    sys.stderr.write(f"abclient: {text[:_LONGEST_LINE]}{'…' if len(text) > _LONGEST_LINE else ''}\n")


def print_links(errors: Iterable[Exception | str]) -> None:
    """Write to standard error where the documentation explains these kinds of errors, one line for each; dimly.

    A text is one that an export keeps of an error: it begins with the name of its class.
    """
    from .. import errors as ours

    kinds = (getattr(ours, one.partition(":")[0], None) if isinstance(one, str) else type(one) for one in errors)
    links = dict.fromkeys(link_of(kind) for kind in kinds if isinstance(kind, type))
    dim = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for link in filter(None, links):
        line = f"abclient: see {link}"
        sys.stderr.write(f"\x1b[2m{line}\x1b[0m\n" if dim else f"{line}\n")
