"""``abclient report``: the rows of exports as a page to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import chain
from pathlib import Path

from attrs import evolve

from ..errors import ExportError
from ..export import Exported, read_experiments, read_failures
from ..health import Health
from ..report import write_report
from ..results import ExperimentKey, ResultRow
from ._output import print_line
from ._run import exit_code_for, print_error
from .health import health_of_export


async def report_command(directories: Sequence[Path], output: Path, title: str) -> int:
    """Write one page on all exports that can be read, unless there is nothing but failures; the exit code."""
    import_module("plotly.offline")  # if it is missing, the extra to name is not that of the health checks
    failures: dict[str, Exception | str] = {}
    found: dict[ExperimentKey, list[Exported]] = defaultdict(list)
    failed: set[str] = set()
    for directory in directories:
        try:
            failing = read_failures(directory)
            own = list(read_experiments(directory))
        except ExportError as error:
            if len(directories) == 1:
                raise
            failures[str(directory)] = str(error).removeprefix(f"{directory}: ")
            continue
        failures |= {f"{directory}, {key}": why for key, why in failing.items()}
        failed |= failing.keys()
        for one in own:
            found[one.experiment].append(one)
    experiments = _joined(found)
    reports: list[Health] = [report for one in experiments for report in health_of_export(one, failed)]
    title = title.encode(errors="replace").decode()  # arguments may be no text
    if reports or not failures:
        rows = chain.from_iterable(one.rows for one in experiments)
        print_line(str(write_report(rows, output, title=title, health=reports)))
    return exit_code_for(failures, done=len(reports))


def _joined(found: Mapping[ExperimentKey, Sequence[Exported]]) -> list[Exported]:
    """Each experiment once, although several exports have it; that they do is said."""
    several = sum(len(ones) > 1 for ones in found.values())
    if several:
        print_error(f"experiments in several of these exports: {several}; of the same results, the newest count")
    return [_newest(ones) if len(ones) > 1 else ones[0] for ones in found.values()]


def _newest(ones: Sequence[Exported]) -> Exported:
    """One experiment of what several exports have of it."""
    parts: dict[object, list[list[ResultRow]]] = defaultdict(list)
    for one in sorted(ones, key=_age, reverse=True):
        results: dict[object, list[ResultRow]] = defaultdict(list)
        for row in one.rows:
            results[row.metric_id, row.metric_name, row.metric_kind, row.segment].append(row)
        for result, rows in results.items():
            parts[result].append(rows)
    kept: list[ResultRow] = []
    for several in parts.values():
        seen: set[str | None] = set()
        for rows in sorted(several, key=lambda rows: max(row.fetched_at for row in rows), reverse=True):
            # Another account's experiment may have the same key; its variations have other ids.
            variations = {row.variation_id for row in rows}
            if seen.isdisjoint(variations):
                kept += rows
            seen |= variations
    return evolve(max(ones, key=_age), rows=kept, keys=[key for one in ones for key in one.keys])


def _age(one: Exported) -> tuple[bool, float]:
    """What is larger of the newer one; one without rows is the oldest."""
    return bool(one.rows), max((row.fetched_at.timestamp() for row in one.rows), default=0.0)
