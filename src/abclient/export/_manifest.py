"""The record of an export: what its directory holds, which keys are done, and what has to be fetched again.

The record decides: a part that it does not name does not belong to the export. It is in the manifest's file, and in
those of the journal (``_journal``), which have what has changed since that was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from attrs import AttrsInstance, field, fields, frozen

from .._version import __version__
from ..results import SCHEMA_VERSION, ExperimentInfo, ExperimentKey
from ._codecs import FileFormat
from ._columns import Columns, as_json, columns_json, columns_of, with_keys
from ._seal import sealed

MANIFEST_VERSION = 8


@frozen(kw_only=True)
class StoredFile:
    """A file of rows.

    Attributes:
        file: its name in the directory.
        rows: how many rows it has.
        bytes: how large it is.
        sha256: the checksum of its content.
    """

    file: str
    rows: int
    bytes: int
    sha256: str


@frozen(kw_only=True)
class Part(StoredFile):
    """A file of current rows.

    Attributes:
        keys: the keys of its rows, in the order of the file, and the number of rows of each.
    """

    keys: Mapping[str, int]


@frozen(kw_only=True)
class HistoryPart(StoredFile):
    """A file of snapshots: the rows that keys had after earlier runs.

    Attributes:
        first_run: the number of the first run that snapshots of it are of.
        last_run: the number of the last one.
    """

    first_run: int
    last_run: int


class Snapshot(NamedTuple):
    """The newest snapshot of a key.

    Attributes:
        run: the number of the run that it is of.
        digest: of its rows without the time at which they were fetched; empty if the key has no rows since that run.
    """

    run: int
    digest: str


@frozen(kw_only=True)
class History:
    """What every run saw.

    Attributes:
        starts: when each run began, from the first on.
        next_part: the number of the next file.
        parts: the files, oldest first.
        latest: the newest snapshot of each key.
        removed: the runs in which a key lost its rows, by key.
    """

    starts: tuple[datetime, ...] = ()
    next_part: int = 1
    parts: tuple[HistoryPart, ...] = ()
    latest: dict[str, Snapshot] = field(factory=dict[str, Snapshot])
    removed: dict[str, tuple[int, ...]] = field(factory=dict[str, tuple[int, ...]])


class CompletedKey(NamedTuple):
    """What is known about an exported key.

    A tuple, because an export has many of them.

    Attributes:
        run: the number of the run that exported it.
        status: the experiment's status at that time.
        version: a text that changes when the experiment does.
        experiment: the experiment that its rows are of; None if they are of several, or if it is unknown.
        allocation: the intended split of traffic, by variation id; None if unknown.
        allocation_error: why it is unavailable; None if it is available, or was not needed.
    """

    run: int
    status: str | None = None
    version: str | None = None
    experiment: ExperimentKey | None = None
    allocation: Mapping[str, float] | None = None
    allocation_error: str | None = None


@frozen(kw_only=True)
class Run:
    """One pass over all keys; it may have been interrupted and continued.

    Attributes:
        number: counted from 1.
        started: when it began.
        finished: when it was complete; None until then.
    """

    number: int
    started: datetime
    finished: datetime | None = None


@frozen(kw_only=True)
class Manifest:
    """What an export directory holds.

    Attributes:
        file_format: of all parts.
        excel: whether the parts are CSV for spreadsheets.
        mark: a part of its parts' names, so that no other file is taken for one.
        options: the caller's options; an export can be continued only with the same.
        run: the current run, or the last one.
        journal: the number of the first file of the journal that continues the manifest's file; 0 if that is of an
            earlier version, which had no journal.
        next_part: the number of the next part.
        parts: the files, oldest first.
        done: the keys that were exported, also those without rows.
        failures: the keys that failed in the last attempt, and why; their older state is kept.
        noted: what else failed in the last complete run, and why, by the name that its source gave it.
        removed: the keys that were exported and have been forgotten, and the run in which that happened.
        history: what every run saw; None where that is not kept.
    """

    file_format: FileFormat
    excel: bool = False
    mark: str = ""
    options: Mapping[str, Any]
    run: Run
    journal: int = 1
    next_part: int = 1
    parts: tuple[Part, ...] = ()
    done: dict[str, CompletedKey] = field(factory=dict[str, CompletedKey])
    failures: dict[str, str] = field(factory=dict[str, str])
    noted: Mapping[str, str] = field(factory=dict[str, str])
    removed: dict[str, int] = field(factory=dict[str, int])
    history: History | None = None

    @property
    def files(self) -> tuple[StoredFile, ...]:
        """The files of rows, current ones and snapshots."""
        return (*self.parts, *(self.history.parts if self.history else ()))

    def to_json(self) -> bytes:
        """The content of the manifest's file."""
        history = self.history
        document = {
            "manifest_version": MANIFEST_VERSION,
            "schema_version": SCHEMA_VERSION,
            "abclient": __version__,
            "journal": self.journal,  # near the beginning, where a copy of the export finds it without reading all
            **values_of(self),
            "run": values_of(self.run),
            "parts": [values_of(part) for part in self.parts],
            "history": history
            and {
                **values_of(history),
                "parts": [values_of(part) for part in history.parts],
                "latest": snapshot_columns(history.latest),
            },
        }
        del document["done"]
        done = columns_json(completed_columns(self.done))
        return sealed(chain((as_json(document)[1:-1], b', "done": '), done, (b"}\n",)))


EXPERIMENT = "experiment"
DONE_COLUMNS = (*(name for name in CompletedKey._fields if name != EXPERIMENT), *ExperimentKey._fields)
"""What files have of completed keys, whose experiments are columns of their own."""

_NO_EXPERIMENT = (None,) * len(ExperimentKey._fields)


def completed_columns(done: Mapping[str, CompletedKey]) -> Columns:
    """Completed keys as files have them."""
    experiments = [one.experiment or _NO_EXPERIMENT for one in done.values()]
    columns = columns_of(CompletedKey._fields, done.values()) | columns_of(ExperimentKey._fields, experiments)
    columns.pop(EXPERIMENT, None)
    return with_keys(done, columns)


def snapshot_columns(latest: Mapping[str, Snapshot]) -> Columns:
    """The newest snapshots of keys as files have them."""
    return with_keys(latest, columns_of(Snapshot._fields, latest.values()))


def values_of(one: AttrsInstance) -> dict[str, Any]:
    """Its fields by name, without copying their values."""
    return {name: getattr(one, name) for name in _names(type(one))}


@cache
def _names(kind: type[AttrsInstance]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def is_due(
    manifest: Manifest,
    key: str,
    info: ExperimentInfo | None = None,
    *,
    since: datetime | None = None,
    refetch_all: bool = False,
) -> bool:
    """Whether a key has to be fetched in this run.

    It is, if it was never exported, if it failed last time or its shares were unavailable, if its experiment is running
    or was running when it was exported, or if the experiment has changed: at or after ``since``, if that is given and
    the vendor gives the time of the change; otherwise if its version differs or is unknown. It is not, if this run has
    already exported it with its shares.
    """
    done = manifest.done.get(key)
    if done is None or done.allocation_error is not None:
        return True
    if done.run == manifest.run.number:
        return False
    if refetch_all or key in manifest.failures:
        return True
    if info is None or "running" in (info.status, done.status) or info.status != done.status:
        return True
    if since is not None and info.modified is not None:
        return info.modified >= since
    version = info.version
    return version is None or version != done.version


def keys_of_experiments(manifest: Manifest) -> dict[ExperimentKey, list[str]]:
    """The keys that were exported of each experiment."""
    keys: dict[ExperimentKey, list[str]] = defaultdict(list)
    for key, done in manifest.done.items():
        if done.experiment is not None:
            keys[done.experiment].append(key)
    return dict(keys)


def traffic_failures(done: Mapping[str, CompletedKey]) -> dict[str, str]:
    """Why the shares of keys are unavailable, by the public name of such a failure."""
    return {f"traffic of {key}": one.allocation_error for key, one in done.items() if one.allocation_error is not None}


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
