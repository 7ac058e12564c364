"""``abclient report``: the rows of exports as a page to look at."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

from ..errors import ExportError
from ..export import read_history
from ..health import Health
from ..report import HISTORY_COLUMNS, write_report
from ._exports import read_exports
from ._output import print_line
from ._run import exit_code_for
from .health import health_of_export


async def report_command(directories: Sequence[Path], output: Path, title: str) -> int:
    """Write one page on all exports that can be read, unless there is nothing but failures; the exit code."""
    experiments, failures, failed = read_exports(directories)
    reports: list[Health] = [report for one in experiments for report in health_of_export(one, failed)]
    title = title.encode(errors="replace").decode()  # arguments may be no text
    if reports or not failures:
        rows = chain.from_iterable(one.rows for one in experiments)
        history = _history(directories, failures)
        print_line(str(write_report(rows, output, title=title, health=reports, history=history)))
    return exit_code_for(failures, done=len(reports))


def _history(directories: Sequence[Path], failures: dict[str, Exception | str]) -> Any:
    """What exports that keep a history saw earlier, as ``write_report`` takes it; what cannot be read is a failure."""
    keeping = [directory for directory in directories if any(directory.glob("_history*"))]
    found: list[Any] = []
    for directory in keeping:
        try:
            if len(keeping) == 1 and find_spec("pyarrow"):
                return read_history(directory, columns=HISTORY_COLUMNS, changes=True)
            found += read_history(directory, as_="rows", changes=True)  # takes more time and memory than a table
        except ExportError as error:
            failures[f"{directory}, history"] = str(error).removeprefix(f"{directory}: ")
    return found
