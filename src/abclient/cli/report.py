"""``abclient report``: the rows of exports as a page to look at."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import chain
from pathlib import Path

from ..health import Health
from ..report import write_report
from ._exports import read_exports
from ._output import print_line
from ._run import exit_code_for
from .health import health_of_export


async def report_command(directories: Sequence[Path], output: Path, title: str) -> int:
    """Write one page on all exports that can be read, unless there is nothing but failures; the exit code."""
    import_module("plotly.offline")  # if it is missing, the extra to name is not that of the health checks
    experiments, failures, failed = read_exports(directories)
    reports: list[Health] = [report for one in experiments for report in health_of_export(one, failed)]
    title = title.encode(errors="replace").decode()  # arguments may be no text
    if reports or not failures:
        rows = chain.from_iterable(one.rows for one in experiments)
        print_line(str(write_report(rows, output, title=title, health=reports)))
    return exit_code_for(failures, done=len(reports))
