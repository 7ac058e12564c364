"""Exporting everything of a vendor."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypedDict, Unpack

from .._console.progress import shown
from .._items import Item, Key
from ..bulk import fetch_many
from ..errors import ConfigurationError
from ..source import KeyResult, ListedExperiment, ProgressSink, Source
from ._codecs import FileFormat
from ._limits import remembered_limits
from ._plan import Plan
from ._run import Summary, export_rows


class ExportOptions(TypedDict, total=False):
    """How to export; ``export_rows`` describes each option."""

    file_format: FileFormat
    excel: bool
    since: datetime | None
    refetch_all: bool
    accept_empty: bool
    history: bool
    part_rows: int
    part_seconds: float
    resume_within: timedelta
    mirror: str | None


async def export_source(
    source: Source,
    directory: str | os.PathLike[str],
    *,
    progress: bool | ProgressSink = True,
    **options: Unpack[ExportOptions],
) -> Summary:
    """Export the results of all experiments of a source; called again, only of those that are running or have changed.

    The intended shares of traffic are exported as well, for checks of the experiments' health. What the client learned
    about the vendor's limits is kept in the directory, and the next run begins with it.

    Args:
        source: what ``abclient.open_source`` returns.
        directory: the directory, the same every time; as for ``export_rows``.
        progress: whether to draw a progress bar, in a notebook, or on standard error if that is a terminal and Rich is
            installed; or what receives the progress.
        **options: as for ``export_rows``.

    Raises:
        ConfigurationError: a history of a series is asked for, which would repeat every point each night.
        ABClientError: the experiments cannot be listed; everything before that was written.
        Exception: as ``export_rows``.
    """
    if source.scope.series and options.get("history"):
        raise ConfigurationError("a series already has the results of every day: export it without history")
    given = {name: value for name, value in source.scope._asdict().items() if value}
    of = {"vendor": source.vendor.name, **given}
    remembered = remembered_limits(source.client, Path(directory), options.get("file_format", "csv"))
    with shown(progress, source.vendor.title) as sink:
        async with remembered:
            return await export_rows(directory, lambda plan: _items(source, plan, sink), options=of, **options)


async def _items(source: Source, plan: Plan, progress: ProgressSink | None) -> AsyncGenerator[Item]:
    """Rows of what is due, and the intended split of its traffic."""

    def keep_only(listed: ListedExperiment) -> None:
        if listed.complete:
            plan.keep_only(listed.info, listed.keys.values())

    def wants(key: Key, listed: ListedExperiment) -> bool:
        return plan.wants(key, listed.info)

    async def allocation(result: KeyResult) -> dict[str, float]:
        return {} if result.error is not None else await source.allocation(result.listed)

    results = source.results(on_experiment=keep_only, wants=wants, progress=progress)
    async with aclosing(results), fetch_many(allocation, results, **source.bulk_options) as outcomes:
        async for outcome in outcomes:
            result = outcome.key
            plan.allocate(result.key, outcome.value if outcome.error is None else outcome.error)
            yield result.key, result.rows if result.error is None else result.error
    for name, error in source.failures.items():
        plan.note(name, error)
