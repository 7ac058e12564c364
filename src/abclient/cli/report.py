"""``abclient report``: the rows of exports as a page to look at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from ..export import read_rows
from ..report import write_report
from ._output import print_line
from ._run import OK


async def report_command(directories: Sequence[Path], output: Path, title: str) -> int:
    """Write one page on all exports; the exit code."""
    written = write_report(chain.from_iterable(map(read_rows, directories)), output, title=title)
    print_line(f"{written}")
    return OK
