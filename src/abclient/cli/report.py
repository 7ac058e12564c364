"""``abclient report``: the rows of exports as a page to look at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import ExportError
from ..export import read_failures
from ..health import Health
from ..report import write_report
from ..results import ResultRow
from ._output import print_line
from ._run import ended
from .health import examined


async def report_command(directories: Sequence[Path], output: Path, title: str) -> int:
    """Write one page on all exports that can be read, unless there is nothing but failures; the exit code."""
    failures: dict[str, Exception | str] = {}
    rows: list[ResultRow] = []
    reports: list[Health] = []
    for directory in directories:
        try:
            failed = read_failures(directory)
            found = list(examined(directory, failed))
        except ExportError as error:
            if len(directories) == 1:
                raise
            failures[str(directory)] = str(error).removeprefix(f"{directory}: ")
            continue
        failures |= {f"{directory}, {key}": why for key, why in failed.items()}
        rows += (row for one, _ in found for row in one.rows)
        reports += (report for _, health in found for report in health)
    if reports or not failures:
        print_line(str(write_report(rows, output, title=title, health=reports)))
    return ended(failures, done=len(reports))
