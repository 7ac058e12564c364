"""``abclient results``: rows of one or many experiments, printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import aclosing
from typing import NamedTuple

from .._console.progress import Bar
from ..export import Key, key_text
from ..results import COLUMNS, ResultRow, winners
from ..source import ListedExperiment
from ._output import Record, Style, check_reader, printer, record_of, streams
from ._run import exit_code_for
from ._tables import RESULTS
from ._target import Target


class Filters(NamedTuple):
    """Which rows are printed.

    Attributes:
        status: only experiments with this status; results of others are not fetched.
        primary: only rows of primary metrics.
        winners: only variations that have won on the primary metric, with the reason.
        primary_metrics: the ids of metrics that are primary where the vendor does not say.
    """

    status: str | None = None
    primary: bool = False
    winners: bool = False
    primary_metrics: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are printed."""
        return (*COLUMNS, "reason") if self.winners else tuple(COLUMNS)

    def wants(self, key: Key, listed: ListedExperiment) -> bool:
        """Whether to fetch the results of an experiment."""
        return self.status in (None, listed.info.status)

    def records(self, rows: Sequence[ResultRow]) -> Iterator[Record]:
        """What is printed of the rows of one result, which has all rows of its metrics."""
        if self.winners:
            for row, reason in winners(rows, primary_metrics=self.primary_metrics):
                yield {**record_of(row), "reason": reason}
        else:
            yield from (record_of(row) for row in rows if self._is_primary(row) or not self.primary)

    def _is_primary(self, row: ResultRow) -> bool:
        return row.metric_id in self.primary_metrics if row.is_primary is None else row.is_primary


async def show_results(target: Target, ids: Sequence[str], style: Style, filters: Filters) -> int:
    """Print the rows of these experiments, or of all; the exit code."""
    failures: dict[str, Exception] = {}
    done = 0
    async with target.open() as source:
        with (
            printer(style, filters.columns, RESULTS) as out,
            Bar(target.vendor.title, streaming=streams(style)) as bar,
        ):
            async with aclosing(source.results(ids, wants=filters.wants, progress=bar)) as results:
                async for result in results:
                    if result.error is not None:
                        failures[key_text(result.key)] = result.error
                        continue
                    done += 1
                    check_reader()
                    for record in filters.records(result.rows):
                        out.add(record)
        return exit_code_for(source.failures | failures, done=done)
