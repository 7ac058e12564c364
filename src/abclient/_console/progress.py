"""Progress bars where a person waits: on standard error if that is a terminal, and in notebooks; otherwise nothing."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5
"""Seconds after which a person wonders; shorter work of a library draws nothing."""

_FRAME = 0.1
"""Seconds between two pictures in a notebook, where each is a message to the browser."""


class ProgressSink(Protocol):
    """Receives the progress of long work."""

    def expect(self) -> None:
        """There is another result to fetch."""

    def advance(self) -> None:
        """One of them is done."""


class _View(Protocol):
    """Where a bar is drawn."""

    def show(self, done: int, total: int | None) -> None: ...
    def close(self) -> None: ...


class Bar:
    """A progress bar at a terminal, on standard error, or in a notebook; in logs, pipes and services it is nothing.

    Several bars of a process share one drawing. At a terminal it needs Rich, without which nothing is drawn.

    Args:
        title: what is being done.
        streaming: whether records are written to standard output meanwhile, which would interfere with the bar.
        after: seconds until it is drawn.
        wanted: whether to draw it at all.
    """

    def __init__(self, title: str, *, streaming: bool = False, after: float = 0.0, wanted: bool = True) -> None:
        self._title = title
        self._since = time.monotonic() + after
        self._wanted = wanted and not (streaming and _is_terminal(sys.stdout))
        self._done = 0
        self._expected: int | None = None
        self._view: _View | None = None

    def expect(self, steps: int = 1, /) -> None:
        """Add steps."""
        self._expected = (self._expected or 0) + steps
        self._show()

    def advance(self) -> None:
        """Complete a step."""
        self._done += 1
        self._show()

    def __enter__(self) -> Self:
        self._show()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._wanted = False
        if self._view is not None:
            self._view.close()
            self._view = None

    def _show(self) -> None:
        if self._view is None and self._wanted and time.monotonic() >= self._since:
            self._view = _view(self._title)
            self._wanted = self._view is not None
        if self._view is not None:
            self._view.show(self._done, self._expected)


@contextmanager
def shown(progress: bool | ProgressSink | None, title: str) -> Generator[ProgressSink | None]:
    """What is told of a library's progress: a bar for True, nothing for False and None, else what was given.

    Raises:
        TypeError: that does not receive progress.
    """
    if (
        progress
        and not isinstance(progress, bool)
        and not (hasattr(progress, "expect") and hasattr(progress, "advance"))
    ):
        raise TypeError(f"progress is {progress!r}: give True, False, or an object with expect() and advance()")
    if progress is True:
        with Bar(title, after=PATIENCE) as bar:
            yield bar
    else:
        yield progress or None


def _view(title: str) -> _View | None:
    # A bar is a courtesy: what fails in another library must not end the work.
    with suppress(Exception):
        if _in_notebook():
            return _NotebookView(title)
        if _is_terminal(sys.stderr):
            return _TerminalView.open(title)
    return None


def _is_terminal(stream: Any) -> bool:
    return stream is not None and stream.isatty()


def _in_notebook() -> bool:
    """Whether this process is the kernel of a notebook."""
    ipython: Any = sys.modules.get("IPython")
    return ipython is not None and getattr(ipython.get_ipython(), "kernel", None) is not None


class _TerminalView:
    """A line of the one drawing that a process has: two would overwrite each other."""

    _lock: ClassVar[threading.Lock] = threading.Lock()
    _drawing: ClassVar[Progress | None] = None

    def __init__(self, drawing: Progress, title: str) -> None:
        self._progress = drawing
        self._task = drawing.add_task(title, total=None)

    @classmethod
    def open(cls, title: str) -> Self | None:
        """Another line; None if the terminal cannot draw."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        # Rich treats FORCE_COLOR and similar as a terminal, but output to a file must stay unchanged.
        console = Console(stderr=True)
        if not console.is_interactive:
            return None
        with cls._lock:
            if cls._drawing is None:
                # Titles may be names that people have chosen, and not markup.
                title_column = TextColumn("{task.description}", markup=False)
                columns = (title_column, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
                cls._drawing = Progress(*columns, console=console, transient=True, redirect_stdout=False)
                cls._drawing.start()
            return cls(cls._drawing, title)

    def show(self, done: int, total: int | None) -> None:
        self._progress.update(self._task, completed=done, total=total)

    def close(self) -> None:
        with _TerminalView._lock:
            if len(self._progress.tasks) > 1:
                self._progress.remove_task(self._task)
            else:
                self._progress.stop()
                _TerminalView._drawing = None


class _NotebookView:
    """An element below the cell, which the browser replaces, and which is empty in the end."""

    def __init__(self, title: str) -> None:
        from IPython import display

        self._title = title
        # Work in another thread belongs to the cell as well.
        self._context = copy_context()
        self._next = 0.0
        module: Any = display
        self._handle: Any = module.display(self._picture(0, None), raw=True, display_id=True)

    def show(self, done: int, total: int | None) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _FRAME
            self._update(self._picture(done, total))

    def close(self) -> None:
        self._update({"text/plain": "", "text/html": ""})

    def _update(self, picture: dict[str, str]) -> None:
        with suppress(Exception):  # as above
            self._context.copy().run(self._handle.update, picture, raw=True)

    def _picture(self, done: int, total: int | None) -> dict[str, str]:
        from html import escape  # brings a table of all entities, and every bulk call imports this module

        text = f"{done:,}" if total is None else f"{done:,} of {total:,}"
        size = "" if total is None else f' value="{done}" max="{max(total, 1)}"'
        title = escape(self._title)
        html = f'<label>{title} <progress{size} aria-label="{title}"></progress></label> {text}'
        return {"text/plain": f"{self._title}: {text}", "text/html": html}
