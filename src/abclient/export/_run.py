"""One export: deciding what to fetch, collecting it, and writing it part by part."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any, ParamSpec, TypeAlias, TypeVar

from attrs import evolve, frozen

from .._items import Item, key_text
from .._json import strict_reader
from ..results import ResultRow
from ._codecs import CODECS, FileFormat
from ._manifest import Run, now, traffic_failures
from ._mirror import Mirror
from ._plan import Plan
from ._record import Record
from ._store import Batch, Store, any_figures, reason

Source: TypeAlias = AsyncIterable[Item] | Callable[[Plan], AsyncIterable[Item]]
"""Keys with their rows, or a function that returns them and can ask which are wanted."""

PART_ROWS = 20_000
PART_SECONDS = 30.0
RESUME_WITHIN = timedelta(days=1)

P = ParamSpec("P")
T = TypeVar("T")


@frozen(kw_only=True)
class Summary:
    """The result of an export.

    Attributes:
        directory: the directory.
        rows: the number of rows in the directory now.
        keys: the number of keys that they belong to.
        parts: the number of files.
        exported: how many keys this call has fetched.
        resumed: whether this call continued an interrupted one.
        kept: how many keys failed whose older rows are kept.
        succeeded: how many of the keys that the source named, fetched or not, did not fail.
        failures: what could not be exported, and why: keys, whose older rows, if any, are kept even if the vendor no
            longer has rows; ``traffic of`` keys with unavailable shares; and what the source noted.
    """

    directory: Path
    rows: int
    keys: int
    parts: int
    exported: int
    resumed: bool
    kept: int = 0
    succeeded: int = 0
    failures: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failures


async def export_rows(
    directory: str | os.PathLike[str],
    source: Source,
    *,
    file_format: FileFormat = "csv",
    excel: bool = False,
    options: Mapping[str, Any] | None = None,
    since: datetime | None = None,
    refetch_all: bool = False,
    accept_empty: bool = False,
    history: bool = False,
    part_rows: int = PART_ROWS,
    part_seconds: float = PART_SECONDS,
    resume_within: timedelta = RESUME_WITHIN,
    mirror: str | None = None,
) -> Summary:
    """Write rows to files in a directory, and record what is done.

    A key is fetched if it was never exported or failed last time, if its experiment is running or was running when it
    was exported, or if the experiment has changed. New rows replace the key's old ones. Missing data never replaces
    data: if a key is given no rows, or rows without any figure in place of rows with figures, the old rows stay, and
    that is a failure in every run until there are new rows or ``accept_empty`` is given.

    Args:
        directory: the directory to write to, created if it does not exist. Only one export can write to it at a time.
            It must have a name: an empty path and ``.`` are rejected.
        source: the keys with their rows or errors; or a function that takes the ``Plan`` and returns them, so that it
            can leave out what need not be fetched.
        file_format: ``csv``, ``jsonl`` or ``parquet``, which needs the extra ``arrow``.
        excel: write CSV that spreadsheets can open safely: with a byte order mark, and with an apostrophe before text
            that they would treat as a formula. ``read_rows`` restores the original text.
        options: what the export contains, such as vendor and project, as JSON; later calls for the directory must
            pass the same.
        since: treat as changed what was modified at or after this time, where the vendor gives that time.
        refetch_all: fetch every key again.
        accept_empty: allow missing data to replace old rows in this run, also of keys that an experiment no longer has,
            if you know that the vendor dropped the data on purpose. Errors still keep rows.
        history: also keep what every run saw, for ``read_history``; later calls for the directory must pass the same.
        part_rows: begin another file after this number of rows.
        part_seconds: write a file after this number of seconds; a crash loses no more work than that.
        resume_within: an interrupted run that began longer ago is not continued; a new run starts.
        mirror: a URL of fsspec, such as ``s3://bucket/prefix``, where a copy of the export is kept: it is brought up to
            date after each file. If it is further than the directory, or the directory is empty, the export goes on
            from there, so that it can be continued on another machine. Needs the extra ``mirror``.

    Raises:
        ConfigurationError: ``mirror`` has an unknown protocol, or none.
        ExportError: the directory cannot be used or written, or is full. Rows written before stay.
        ImportError: pyarrow is needed and not installed.
        ValueError: the file format is unknown, ``excel`` is given without CSV, or ``since`` has no time zone.
        Exception: whatever the source itself raises, after everything that it gave before was written.
    """
    if since is not None and since.utcoffset() is None:
        raise ValueError("since has no time zone; give it one, such as datetime.UTC")
    if file_format not in CODECS:
        raise ValueError(f"file_format must be one of {', '.join(CODECS)}, not {file_format!r}")
    if excel and file_format != "csv":
        raise ValueError(f"excel is for the file format csv, not {file_format}")
    CODECS[file_format].encode(())  # fails before anything is fetched, if a library is missing
    plain = strict_reader()(json.dumps(options or {}, allow_nan=False).encode())  # as it will be read
    copy, known = await _copy_at(mirror, Path(directory))
    store = Store.open(Path(directory), file_format, plain, excel=excel, history=history, known=known)
    try:
        resumed = _begin(store, resume_within)
        plan = Plan(store.manifest, resumed=resumed, since=since, refetch_all=refetch_all, accept_empty=accept_empty)
        writer = _Writer(store, plan, part_rows, part_seconds, copy)
        async with _items(source, plan) as items:
            try:
                async for key, rows in items:
                    await writer.take(key_text(key), rows)
            finally:
                await writer.flush()
        await writer.finish()
        return writer.summary()
    finally:
        store.close()


async def _copy_at(url: str | None, directory: Path) -> tuple[Mirror | None, Record | None]:
    """The copy of the export, from which the directory goes on if it is further; and what the directory has then."""
    if url is None:
        return None, None
    copy = await _in_thread(Mirror, url, directory)
    await _in_thread(copy.pull)
    return copy, copy.here


def _begin(store: Store, resume_within: timedelta) -> bool:
    """Continue a recently interrupted run, or begin another; returns whether one is continued."""
    run = store.manifest.run
    # Where the clock has been set back, an interrupted run may have begun in the future.
    if run.finished is None and abs(now() - run.started) <= resume_within:
        return any(done.run == run.number for done in store.manifest.done.values())
    store.begin(Run(number=run.number + 1, started=now()))
    return False


@asynccontextmanager
async def _items(source: Source, plan: Plan) -> AsyncGenerator[AsyncIterable[Item]]:
    items = source(plan) if callable(source) else source
    try:
        yield items
    finally:
        if isinstance(items, AsyncGenerator):
            await items.aclose()


class _Writer:
    """Collects what was fetched until it is enough for a part."""

    def __init__(self, store: Store, plan: Plan, part_rows: int, part_seconds: float, mirror: Mirror | None) -> None:
        self._store = store
        self._mirror = mirror
        self._plan = plan
        self._part_rows = part_rows
        self._part_seconds = part_seconds
        self._exported: set[str] = set()
        self._given: set[str] = set()
        self._failures: dict[str, str] = {}
        self._empty()

    def _empty(self) -> None:
        self._batch = Batch(rows={}, done={}, failures={})
        self._count = 0
        self._since = monotonic()

    async def take(self, key: str, found: Iterable[ResultRow] | Exception) -> None:
        """Add the result of a key; write a part if it is due."""
        self._given.add(key)
        try:
            rows = _checked(found)
            if not self._plan.accept_empty and await self._replaces_figures(key, rows):
                raise NoRowsError(self._rows_of(key), none_at_all=not rows)  # noqa: TRY301  # as the source's own
        except Exception as error:
            self._failures[key] = self._batch.failures[key] = reason(error)
        else:
            self._count += len(rows) - len(self._batch.rows.get(key, ()))
            self._batch.rows[key] = rows
            self._batch.done[key] = done = self._plan.done(key, rows)
            for failures in (self._failures, self._batch.failures):  # if a key is given twice, the last result counts
                failures.pop(key, None)
            self._failures |= traffic_failures({key: done})
            self._exported.add(key)
        if self._count >= self._part_rows or monotonic() - self._since >= self._part_seconds:
            await self.flush()

    async def _replaces_figures(self, key: str, rows: list[ResultRow]) -> bool:
        """Whether the key has figures, and these rows have none."""
        if any_figures(rows) or not self._rows_of(key):
            return False
        if not rows:
            return True
        pending = self._batch.rows.get(key)
        return any_figures(pending) if pending else await _in_thread(self._store.has_figures, key)

    def _rows_of(self, key: str) -> int:
        return len(self._batch.rows.get(key, ())) or self._store.count(key)

    async def flush(self) -> None:
        """Write what was collected."""
        batch = evolve(self._batch, removed=self._plan.take_removed(self._rows_of))
        self._empty()
        if batch.done or batch.failures or batch.removed:
            refused = await _in_thread(self._store.commit, batch)
            self._failures |= refused
            self._exported -= refused.keys()
            if self._mirror is not None:
                await _in_thread(self._mirror.try_to_push, self._store.record)

    async def finish(self) -> None:
        """Finish a complete run."""
        kept = self._plan.kept(self._store.count)
        self._failures |= kept
        self._batch.failures.update(kept)
        await self.flush()
        await _in_thread(self._store.finish, self._plan.noted, self._plan.forgotten(self._given))
        if self._mirror is not None:
            await _in_thread(self._mirror.push, self._store.record)

    def summary(self) -> Summary:
        """The result of the whole export."""
        manifest = self._store.manifest
        return Summary(
            directory=self._store.directory,
            rows=sum(part.rows for part in manifest.parts),
            keys=len(manifest.done),
            parts=len(manifest.parts),
            exported=len(self._exported),
            resumed=self._plan.resumed,
            kept=sum(self._store.count(key) > 0 for key in self._failures),
            succeeded=len((self._plan.known | self._given) - self._failures.keys()),
            failures={**self._plan.noted, **self._failures},
        )


class NoRowsError(Exception):
    """The vendor gave no rows, or none with a figure, for a key that had some."""

    def __init__(self, before: int, *, none_at_all: bool) -> None:
        came = "no rows" if none_at_all else "rows without any figure"
        super().__init__(
            f"{came} came where {before} were exported before; those are kept, unless empty results are accepted"
        )


def _checked(found: Iterable[ResultRow] | Exception) -> list[ResultRow]:
    if isinstance(found, Exception):
        raise found
    rows = list(found)
    for row in rows:
        if not isinstance(row, ResultRow):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(f"{type(row).__name__} is not a ResultRow")
    return rows


async def _in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function in a thread, and wait until it is done even when cancelled: a write must not go on unseen."""
    task = asyncio.ensure_future(asyncio.to_thread(function, *args, **kwargs))
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        task.exception()  # so that it is not reported as never retrieved: the caller cancelled and does not need it
        raise
    return task.result()
