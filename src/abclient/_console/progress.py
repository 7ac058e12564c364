"""A progress bar."""

from __future__ import annotations

import sys
from typing import Self


class Bar:
    """A progress bar on standard error, if that is a terminal; otherwise nothing.

    Args:
        title: what is being done.
        streaming: whether records are written to standard output meanwhile, which would interfere with the bar.

    Raises:
        ImportError: Rich is not installed.
    """

    def __init__(self, title: str, *, streaming: bool = False) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        # Rich treats FORCE_COLOR and similar as a terminal, but output to a file must stay unchanged.
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
        """Add a step."""
        self._expected += 1
        self._progress.update(self._task, total=self._expected)

    def advance(self) -> None:
        """Complete a step."""
        self._progress.advance(self._task)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._progress.stop()
