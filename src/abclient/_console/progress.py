"""A progress bar."""

from __future__ import annotations

import sys
from typing import Self


class Bar:
    """A progress bar on standard error, where that is a terminal; else nothing.

    Args:
        title: what is going on.
        streaming: whether records are written to standard output meanwhile, which a bar would mix with.

    Raises:
        ImportError: Rich is not installed.
    """

    def __init__(self, title: str, *, streaming: bool = False) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        # Rich takes FORCE_COLOR and its like for a terminal, but what a file gets must stay as it is written.
        console = Console(stderr=True)
        drawn = sys.stderr.isatty() and console.is_interactive
        self._progress = Progress(
            *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()),
            console=console,
            transient=True,
            redirect_stdout=False,
            disable=not drawn or (streaming and sys.stdout.isatty()),
        )
        self._task = self._progress.add_task(title, total=None)
        self._expected = 0

    def expect(self) -> None:
        """There is another step."""
        self._expected += 1
        self._progress.update(self._task, total=self._expected)

    def advance(self) -> None:
        """A step is done."""
        self._progress.advance(self._task)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._progress.stop()
