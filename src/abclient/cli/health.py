"""``abclient health``: possible problems of experiments, at a vendor or in an export.

Experiments are checked one by one, as their rows arrive, so that memory does not depend on their number.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Self

from .._console.progress import Bar
from ..export import Exported, key_text, read_experiments, read_failures
from ..health import Health, check
from ..results import ExperimentKey, ResultRow
from ..source import ExperimentResults, ListedExperiment
from ._exports import read_exports
from ._output import JsonArray, check_reader, print_line
from ._run import FAILED, exit_code_for
from ._target import Target


async def vendor_health(target: Target, *, as_json: bool, strict: bool) -> int:
    """Check every experiment of a vendor; returns the exit code."""
    failures: dict[str, Exception] = {}
    async with target.open() as source:
        # The printer is closed last: it prints what it holds when the bar is gone.
        with (
            _HealthPrinter(as_json=as_json, strict=strict) as printer,
            Bar(target.vendor.title, streaming=as_json) as bar,
        ):
            experiments = source.by_experiment(wants=_was_started, progress=bar)
            async with aclosing(experiments):
                async for one in experiments:
                    failures |= one.failures
                    printer.write(_health_of(one))
        failures |= source.failures
    return printer.exit_code(failures)


def _was_started(listed: ListedExperiment) -> bool:
    return listed.info.status != "not_started"


def _health_of(one: ExperimentResults) -> list[Health]:
    # A running experiment should have rows, unless it is known why it has none.
    unfetched = any(key_text(key) in one.failures for key in one.listed.keys.values())
    missed = one.listed.info.status == "running" and not unfetched
    return _health(one.listed.info.key, one.rows, one.allocation, missed=missed)


async def export_health(directory: Path, *, as_json: bool, strict: bool) -> int:
    """Check every experiment of an export; returns the exit code."""
    failures = read_failures(directory)
    with _HealthPrinter(as_json=as_json, strict=strict) as printer:
        for one in read_experiments(directory):
            printer.write(health_of_export(one, failures))
    return printer.exit_code(failures)


async def exports_health(directories: Sequence[Path], *, as_json: bool, strict: bool) -> int:
    """Check every experiment of several exports, whose rows are in memory together; returns the exit code."""
    with _HealthPrinter(as_json=as_json, strict=strict) as printer:
        experiments, failures, failed = read_exports(directories)
        for one in experiments:
            printer.write(health_of_export(one, failed))
    return printer.exit_code(failures)


def health_of_export(one: Exported, failures: Collection[str]) -> list[Health]:
    """The health of an experiment of an export; missing rows of what failed are not a finding."""
    missed = one.status == "running" and not any(key in failures for key in one.keys)
    return _health(one.experiment, one.rows, one.allocation, missed=missed)


def _health(
    experiment: ExperimentKey, rows: Sequence[ResultRow], allocation: Mapping[str, float], *, missed: bool
) -> list[Health]:
    """The health of one experiment, and of each of its segments; ``missed`` means that it should have rows."""
    return check(rows, allocations={experiment: allocation}, expected=[experiment] if missed else ())


class _HealthPrinter:
    """Prints findings as they come; use it in ``with``, which completes the output.

    Args:
        as_json: whether as JSON.
        strict: whether the exit code tells that anything was found, even if the output is no longer read.
    """

    def __init__(self, *, as_json: bool, strict: bool) -> None:
        self._strict = strict
        self._json = JsonArray() if as_json else None
        self._held: list[str] = []
        self._looked_at = self._unwell = self._tested = 0

    def write(self, reports: Iterable[Health]) -> None:
        """Print the health of another experiment, or keep it until a bar is gone."""
        if not self._strict:
            check_reader()
        for report in reports:
            self._looked_at += 1
            self._unwell += not report.ok
            self._tested += report.mismatch is not None
            if self._json:
                self._json.add(_document(report))
            elif sys.stdout.isatty():
                self._held += _lines(report)  # a bar is drawn there meanwhile
            else:
                for line in _lines(report):
                    print_line(line)

    def exit_code(self, failures: Mapping[str, Exception | str]) -> int:
        """Name what failed; the exit code."""
        code = exit_code_for(failures, done=self._looked_at)
        return FAILED if self._strict and self._unwell else code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *exc_info: object) -> None:
        if self._json:
            self._json.__exit__(kind, *exc_info)
            return
        for line in self._held:
            print_line(line)
        if kind is None:
            print_line(
                f"{self._looked_at} checked, {self._unwell} with findings; "
                f"the traffic split of {self._tested} could be tested"
            )


def _lines(report: Health) -> Iterator[str]:
    name = f" ({report.experiment_name})" if report.experiment_name else ""
    segment = f", {report.segment}" if report.segment else ""
    for finding in report.findings:
        yield f"{report.experiment.experiment_id}{name}{segment}: {finding.kind.replace('_', ' ')}: {finding.message}"


def _document(report: Health) -> dict[str, object]:
    mismatch = report.mismatch
    return {
        **report.experiment._asdict(),
        "experiment_name": report.experiment_name,
        "segment": report.segment,
        "status": report.status,
        "units": dict(report.units),
        "split_p_value": mismatch.p_value if mismatch else None,
        "data_until": report.data_until,
        "findings": [{"kind": finding.kind, "message": finding.message} for finding in report.findings],
    }
