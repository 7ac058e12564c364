"""``abclient analyse``: rows of your own counts, for vendors whose API has no results."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

from ..results import COLUMNS, ExperimentKey, ResultRow
from ._output import Style, check_reader, printer, record_of
from ._run import UsageError, exit_code_for, print_error
from ._tables import ResultsTable
from ._target import Target

_NUMBERS = frozenset({"units", "conversions", "value", "squares", "mean", "variance"})


async def analyse(target: Target, counts: Path, style: Style) -> int:
    """Print the rows of a table of counts; returns the exit code.

    Raises:
        UsageError: the table cannot be read, or a line names no experiment.
    """
    lines: dict[str, list[Mapping[str, Any]]] = {}
    for number, line in enumerate(read_counts(counts), 1):
        if not line.get("experiment_id"):
            raise UsageError(f"{counts}, line {number} of the table: experiment_id is missing")
        lines.setdefault(str(line["experiment_id"]), []).append(line)
    if not lines:
        raise UsageError(f"{counts} has no counts")
    failures: dict[str, Exception] = {}
    done = 0
    async with target.open() as source:
        with printer(style, COLUMNS, ResultsTable) as out:
            async with aclosing(source.experiments(list(lines))) as experiments:
                async for listed in experiments:
                    key = listed.info.experiment_id
                    try:
                        rows = source.from_counts(listed, lines[key])
                    except ValueError as error:
                        failures[key] = error
                        continue
                    done += 1
                    check_reader()
                    for row in rows:
                        out.add(record_of(row))
                    for message in _mismatches(rows, listed.info.key, await source.allocation(listed)):
                        print_error(f"{key}: the traffic split is not the intended one: {message}")
        return exit_code_for(source.failures | failures, done=done)


def _mismatches(rows: Sequence[ResultRow], key: ExperimentKey, allocation: Mapping[str, float]) -> list[str]:
    """Whether the counts are split as the experiment says, in words."""
    from ..health import check

    reports = check(rows, allocations={key: allocation}) if allocation else []
    found = (finding for report in reports for finding in report.findings)
    return [one.message for one in found if one.kind == "sample_ratio_mismatch"]


def read_counts(path: Path) -> Sequence[dict[str, Any]]:
    """The lines of a CSV or Parquet file.

    Raises:
        UsageError: it cannot be read, or a figure of it is not a number.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    if content.startswith(b"PAR1"):
        import pyarrow.parquet as pq
        from pyarrow import ArrowException, BufferReader

        try:
            found = pq.read_table(BufferReader(content))  # pyright: ignore[reportUnknownMemberType]  # partly typed
            table: list[dict[str, Any]] = found.to_pylist()
        except ArrowException as error:
            raise UsageError(f"{path} cannot be read as Parquet: {error}") from None
        return table
    try:
        text = content.decode("utf-8-sig")
        return [_numbers(path, number, line) for number, line in enumerate(csv.DictReader(io.StringIO(text)), 2)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read as CSV: {error}") from None


def _numbers(path: Path, number: int, line: Mapping[str | None, Any]) -> dict[str, Any]:
    if None in line or None in line.values():
        raise UsageError(f"{path}, line {number}: it has not as many cells as the first line")
    known: dict[str, Any] = {str(name): text for name, text in line.items() if text != ""}
    for name in _NUMBERS & known.keys():
        try:
            known[name] = int(known[name]) if known[name].isascii() and known[name].isdigit() else float(known[name])
        except ValueError:
            raise UsageError(f"{path}, line {number}: {name} is {known[name]!r}, not a number") from None
    return known
