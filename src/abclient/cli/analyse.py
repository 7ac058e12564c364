"""``abclient analyse``: rows of your own counts, for vendors whose API has no results."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from ..analysis import read_counts
from ..analysis._tables import CountsQuery
from ..options import from_environment
from ..results import COLUMNS, ExperimentKey, ResultRow
from ._output import Style, check_reader, printer, record_of
from ._run import UsageError, exit_code_for, print_error
from ._tables import RESULTS
from ._target import Target


class Counts(NamedTuple):
    """Where counts are, in a file or in what a query gives, and what an error calls that."""

    where: Path | CountsQuery
    name: str


def counts_of(file: Path | None, query: str | None, database: str | None) -> Counts:
    """Where counts are, by the command's options; the database is ``ABCLIENT_DATABASE`` by default.

    Raises:
        UsageError: there is neither a file nor a query, or both, or no database that can be asked.
    """
    if (file is None) == (query is None):
        raise UsageError("name the counts by --counts FILE, or by --counts-query SQL with --database URL")
    if file is not None:
        if database is not None:
            raise UsageError("--database is for --counts-query")
        return Counts(file, str(file))
    address = database or from_environment("ABCLIENT_DATABASE")
    if not address:
        raise UsageError("--counts-query needs --database URL, or the environment variable ABCLIENT_DATABASE")
    try:
        return Counts(CountsQuery(query or "", address), "--counts-query")
    except ValueError as error:
        raise UsageError(str(error)) from None


async def analyse(target: Target, counts: Counts, style: Style) -> int:
    """Print the rows of a table of counts; returns the exit code.

    Raises:
        UsageError: the table cannot be read, or a line names no experiment.
        ConnectionError: the database cannot be reached.
    """
    lines: dict[str, list[Mapping[str, Any]]] = {}
    for number, line in enumerate(await _table(counts), 1):
        if not line.get("experiment_id"):
            raise UsageError(f"{counts.name}, line {number} of the table: experiment_id is missing")
        lines.setdefault(str(line["experiment_id"]), []).append(line)
    if not lines:
        raise UsageError(f"{counts.name} has no counts")
    failures: dict[str, Exception] = {}
    done = 0
    async with target.open() as source:
        with printer(style, COLUMNS, RESULTS) as out:
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


async def _table(counts: Counts) -> Sequence[Mapping[str, Any]]:
    where = counts.where
    try:
        return read_counts(where) if isinstance(where, Path) else await _in_thread(where)
    except ValueError as error:
        raise UsageError(str(error)) from None


async def _in_thread(query: CountsQuery) -> Sequence[Mapping[str, Any]]:
    """The lines of a query. An interruption ends it; nothing waits for a database that does not answer."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Sequence[Mapping[str, Any]]] = loop.create_future()

    def run() -> None:
        try:
            lines = query.run()
        except Exception as error:
            tell(done.set_exception, error)
        else:
            tell(done.set_result, lines)

    def tell(what: Callable[[Any], None], value: object) -> None:
        with suppress(RuntimeError):  # the command has ended meanwhile
            loop.call_soon_threadsafe(lambda: None if done.done() else what(value))

    threading.Thread(target=run, name="abclient counts", daemon=True).start()
    try:
        return await done
    except asyncio.CancelledError:
        query.cancel()
        raise


def _mismatches(rows: Sequence[ResultRow], key: ExperimentKey, allocation: Mapping[str, float]) -> list[str]:
    """Whether the counts are split as the experiment says, in words."""
    from ..health import check

    reports = check(rows, allocations={key: allocation}) if allocation else []
    found = (finding for report in reports for finding in report.findings)
    return [one.message for one in found if one.kind == "sample_ratio_mismatch"]
