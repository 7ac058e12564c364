"""One export: what is to be fetched, gathering it, and writing it part by part."""

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

from ..results import ResultRow, Subject
from ._codecs import CODECS, FileFormat
from ._manifest import Done, Manifest, Run, is_due, keys_of_experiments, now, traffic_failures
from ._source import Item, Key, key_text
from ._store import Batch, Store

Source: TypeAlias = AsyncIterable[Item] | Callable[["Plan"], AsyncIterable[Item]]
"""Keys with their rows, or a function that gives them and can ask which are wanted."""

PART_ROWS = 20_000
PART_SECONDS = 30.0
RESUME_WITHIN = timedelta(days=1)
_LONGEST_REASON = 500

P = ParamSpec("P")
T = TypeVar("T")


class Plan:
    """What a run has to fetch. Made by ``export_rows`` and handed to its source.

    Attributes:
        resumed: whether this run was interrupted before, and goes on.
        noted: what the source noted, and why it failed.
    """

    def __init__(self, manifest: Manifest, *, resumed: bool, since: datetime | None, refetch_all: bool) -> None:
        self.resumed: bool = resumed
        self.noted: dict[str, str] = {}
        self._manifest = manifest
        self._since = since
        self._refetch_all = refetch_all
        self._subjects: dict[str, Subject] = {}
        self._owned = keys_of_experiments(manifest)
        self._gone: set[str] = set()
        self._shares: dict[str, tuple[Mapping[str, float] | None, str | None]] = {}

    def wants(self, key: Key, subject: Subject | None = None) -> bool:
        """Whether a key has to be fetched: see ``export_rows`` for when.

        Args:
            key: the key.
            subject: its experiment as it is now, which each vendor's ``subject`` makes. Without it, every key is
                fetched that this run did not fetch yet.
        """
        text = key_text(key)
        due = is_due(self._manifest, text, subject, since=self._since, refetch_all=self._refetch_all)
        if due and subject is not None:
            self._subjects[text] = subject
        return due

    def allocate(self, key: Key, allocation: Mapping[str, float] | Exception | None) -> None:
        """Say how traffic should be split, so that whoever reads the export can test whether it was.

        Args:
            key: the key, whose rows are still to be given.
            allocation: shares by variation id, which each vendor's ``allocation`` makes. None, or the reason, says that
                they could not be had this time: that is a failure, and makes the key wanted in the next run. Shares
                that an earlier run had are not kept, because nobody knows whether the new rows were split by them.
        """
        if allocation is None or isinstance(allocation, Exception):
            why = "the shares could not be had" if allocation is None else _reason(allocation)
            self._shares[key_text(key)] = (None, why)
        else:
            self._shares[key_text(key)] = (allocation, None)

    def keep_only(self, subject: Subject, keys: Iterable[Key]) -> None:
        """Say which keys an experiment has now: what was exported of it by any other key is removed.

        Else the figures of a metric that a new iteration lacks would stay, and be taken for those of today.

        Args:
            subject: the experiment.
            keys: all that it has, wanted or not.
        """
        now = {key_text(key) for key in keys}
        self._gone.update(key for key in self._owned.get(subject.key, ()) if key not in now)

    def take_gone(self) -> frozenset[str]:
        """The keys that experiments turned out not to have any more; each is given once."""
        gone, self._gone = frozenset(self._gone), set()
        return gone

    def note(self, name: str, error: Exception) -> None:
        """Say that something failed that is no key, such as a project whose experiments could not be listed.

        Whoever reads the export is told of it, until another run has come to its end.
        """
        self.noted[name] = _reason(error)

    def done(self, key: str, rows: list[ResultRow]) -> Done:
        """What is to be remembered of a key that was fetched."""
        subject = self._subjects.pop(key, None)
        allocation, unshared = self._shares.pop(key, (None, None))
        owners = {row.experiment for row in rows} or ({subject.key} if subject else set())
        return Done(
            run=self._manifest.run.number,
            status=subject.status if subject else rows[-1].status if rows else None,
            version=subject.version if subject else None,
            experiment=owners.pop() if len(owners) == 1 else None,
            allocation=allocation,
            unshared=unshared,
        )


@frozen(kw_only=True)
class Summary:
    """What became of an export.

    Attributes:
        directory: where it is.
        rows: how many rows the directory holds now.
        keys: of how many keys.
        parts: in how many files.
        exported: how many keys this call has fetched.
        resumed: whether this call went on where another was interrupted.
        failures: what could not be exported, and why: keys, whose older rows, if there are any, are kept; ``traffic
            of`` keys whose shares could not be had; and what the source noted.
    """

    directory: Path
    rows: int
    keys: int
    parts: int
    exported: int
    resumed: bool
    failures: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failures


async def export_rows(
    directory: str | os.PathLike[str],
    source: Source,
    *,
    file_format: FileFormat = "parquet",
    options: Mapping[str, Any] | None = None,
    since: datetime | None = None,
    refetch_all: bool = False,
    part_rows: int = PART_ROWS,
    part_seconds: float = PART_SECONDS,
    resume_within: timedelta = RESUME_WITHIN,
) -> Summary:
    """Write rows to files of a directory, and remember what is done.

    A key is wanted if it was never exported or failed last time, if its experiment runs or ran when it was exported,
    or if the experiment was changed meanwhile. Its new rows take the place of the old ones.

    Args:
        directory: where to; made if it does not exist. Only one export may write to it at a time.
        source: the keys with their rows, or errors; or a function that gets the ``Plan`` and gives them, so that it
            can leave out what is not wanted.
        file_format: ``csv``, ``jsonl`` or ``parquet``, which needs the extra ``arrow``.
        options: what the export is of, such as vendor and project, as JSON; another call on the directory must have
            the same.
        since: take as changed what was modified at this time or later, wherever the vendor says when that was.
        refetch_all: want every key again.
        part_rows: begin another file after so many rows.
        part_seconds: write what there is after so many seconds; that much work is lost in a crash at most.
        resume_within: an interrupted run that began longer ago is not continued: everything that a new run would fetch
            is fetched.

    Raises:
        ExportError: the directory cannot be used or written, or is full. Rows written before stay.
        ImportError: pyarrow is needed and not installed.
        ValueError: the file format is unknown, or ``since`` has no time zone.
        Exception: whatever the source itself raises, after what it gave before was written.
    """
    if since is not None and since.utcoffset() is None:
        raise ValueError("since has no time zone; give it one, such as datetime.UTC")
    if file_format not in CODECS:
        raise ValueError(f"file_format must be one of {', '.join(CODECS)}, not {file_format!r}")
    CODECS[file_format].encode(())  # fails before anything is fetched, if a library is missing
    store = Store.opened(Path(directory), file_format, json.loads(json.dumps(options or {})))
    try:
        resumed = _begin(store, resume_within)
        plan = Plan(store.manifest, resumed=resumed, since=since, refetch_all=refetch_all)
        writer = _Writer(store, plan, part_rows, part_seconds)
        async with _items(source, plan) as items:
            try:
                async for key, rows in items:
                    await writer.take(key_text(key), rows)
            finally:
                await writer.flush()
        await _in_thread(store.finish, plan.noted)
        return writer.summary()
    finally:
        store.close()


def _begin(store: Store, resume_within: timedelta) -> bool:
    """Continue a run that was interrupted not long ago, or begin another; whether one is continued."""
    run = store.manifest.run
    if run.finished is None and now() - run.started <= resume_within:
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
    """Gathers what was fetched until it is enough for a part."""

    def __init__(self, store: Store, plan: Plan, part_rows: int, part_seconds: float) -> None:
        self._store = store
        self._plan = plan
        self._part_rows = part_rows
        self._part_seconds = part_seconds
        self._exported: set[str] = set()
        self._failures: dict[str, str] = {}
        self._empty()

    def _empty(self) -> None:
        self._batch = Batch(rows={}, done={}, failures={})
        self._count = 0
        self._since = monotonic()

    async def take(self, key: str, found: Iterable[ResultRow] | Exception) -> None:
        """Take what became of a key; write a part if it is time to."""
        try:
            rows = _checked(found)
        except Exception as error:
            self._failures[key] = self._batch.failures[key] = _reason(error)
        else:
            self._count += len(rows) - len(self._batch.rows.get(key, ()))
            self._batch.rows[key] = rows
            self._batch.done[key] = done = self._plan.done(key, rows)
            self._failures |= traffic_failures({key: done})
            self._exported.add(key)
        if self._count >= self._part_rows or monotonic() - self._since >= self._part_seconds:
            await self.flush()

    async def flush(self) -> None:
        """Write what was gathered."""
        batch = evolve(self._batch, gone=self._plan.take_gone())
        self._empty()
        if batch.done or batch.failures or batch.gone:
            await _in_thread(self._store.commit, batch)

    def summary(self) -> Summary:
        """What became of it all."""
        manifest = self._store.manifest
        return Summary(
            directory=self._store.directory,
            rows=sum(part.rows for part in manifest.parts),
            keys=len(manifest.done),
            parts=len(manifest.parts),
            exported=len(self._exported),
            resumed=self._plan.resumed,
            failures={**self._plan.noted, **self._failures},
        )


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:_LONGEST_REASON]


def _checked(found: Iterable[ResultRow] | Exception) -> list[ResultRow]:
    if isinstance(found, Exception):
        raise found
    rows = list(found)
    for row in rows:
        if not isinstance(row, ResultRow):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(f"{type(row).__name__} is no ResultRow")
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
        task.exception()  # so that it is not reported as forgotten: who cancels does not ask how the write ended
        raise
    return task.result()
