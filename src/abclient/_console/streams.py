"""Standard input, output and error of a command, even if they are closed, full, or no longer read."""

from __future__ import annotations

import errno
import io
import os
import select
import sys
import threading
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_GONE = {errno.EPIPE, errno.ESHUTDOWN, errno.ECONNRESET, errno.EIO}
"""Errors of a write whose reader has gone: a pipe, a socket or a terminal was closed."""


class Output(io.FileIO):
    """The descriptor of standard output or error. Writes do not fail because the reader has gone.

    Writes after a failure are discarded, so that a failure is reported once and not again when the process ends.

    Args:
        descriptor: to write to; it is left open.
        optional: whether writes must not fail for any reason.

    Attributes:
        unread: whether the reader has gone.
        error: why nothing can be written any more; None while writing works.
    """

    def __init__(self, descriptor: int, *, optional: bool = False) -> None:
        super().__init__(descriptor, "w", closefd=False)
        self.unread: bool = False
        self.error: OSError | None = None
        self._optional = optional

    def write(self, data: ReadableBuffer, /) -> int:
        """Write what can be written.

        Raises:
            OSError: at the first failure, unless the reader has gone or the output is optional.
        """
        written: int | None = (size := memoryview(data).nbytes)
        try:
            while self.error is None and (written := super().write(data)) is None:
                select.select((), (self,), ())  # a process that shares it has made it non-blocking
        except OSError as error:
            self.error = error
            self.unread = error.errno in _GONE
            if not (self.unread or self._optional):
                raise
        return size if written is None else written


@contextmanager
def standard_streams(program: str) -> Generator[None]:
    """Make the standard streams safe to use, and restore them at the end.

    One that was closed before the process began (``>&-``) is the null device meanwhile. Output and error that belong to
    this process accept every text, in any encoding. Streams that the caller has put there, and those of a program that
    does this in a thread, are left alone.

    Args:
        program: the name under which a write error is reported.

    Raises:
        SystemExit: with 1, if output was lost, for example because the disk is full.
    """
    before = sys.stdin, sys.stdout, sys.stderr
    with ExitStack() as opened:
        for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
            if getattr(sys, name) is None:
                setattr(sys, name, opened.enter_context(Path(os.devnull).open(mode, encoding="utf-8")))
        if threading.current_thread() is threading.main_thread():
            sys.stdout, sys.stderr = _tolerant(sys.stdout), _tolerant(sys.stderr, optional=True)
        try:
            try:
                yield
            except OSError as error:
                if not _failed_with(error):
                    raise
                _give_up(program, error)
            finally:
                _flush(program)
        finally:
            sys.stdin, sys.stdout, sys.stderr = before


def _tolerant(stream: TextIO, *, optional: bool = False) -> TextIO:
    raw = getattr(getattr(stream, "buffer", None), "raw", None) or getattr(stream, "buffer", None)
    if type(raw) is not io.FileIO or stream.name == os.devnull:
        return stream
    stream.flush()
    # Not the raw stream itself if Python does not buffer: a write to that may be incomplete.
    write_through = bool(getattr(stream, "write_through", False))
    size = 1 if write_through else io.DEFAULT_BUFFER_SIZE
    return io.TextIOWrapper(
        io.BufferedWriter(Output(raw.fileno(), optional=optional), size),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=bool(stream.line_buffering),
        write_through=write_through,
    )


def _flush(program: str) -> None:
    try:
        sys.stdout.flush()
    except OSError as error:
        _give_up(program, error)
    finally:
        sys.stderr.flush()


def _give_up(program: str, error: OSError) -> NoReturn:
    sys.stderr.write(f"{program}: standard output: {error.strerror or error}\n")
    raise SystemExit(1) from None


def _failed_with(error: OSError) -> bool:
    raw = _raw_output()
    return raw is not None and raw.error is error


def _raw_output() -> Output | None:
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return raw if isinstance(raw, Output) else None


def output_closed() -> bool:
    """Whether standard output was closed before the command began, so that nothing can be printed."""
    return getattr(sys.stdout, "name", None) == os.devnull


def reader_left() -> bool:
    """Whether the reader of standard output has gone."""
    raw = _raw_output()
    return raw is not None and raw.unread
