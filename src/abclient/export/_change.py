"""One step of an export: what of its record changes, as a value, and as an entry of the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from ._columns import as_json
from ._manifest import (
    CompletedKey,
    History,
    HistoryPart,
    Manifest,
    Part,
    Run,
    Snapshot,
    StoredFile,
    completed_columns,
    snapshot_columns,
    values_of,
)
from ._values import (
    as_history_part,
    as_part,
    as_run,
    changed,
    completed,
    counts,
    fields_of,
    list_of,
    optional,
    positive,
    runs_by_key,
    snapshots,
    text,
    texts,
    time,
)

T = TypeVar("T")
File = TypeVar("File", bound=StoredFile)


@frozen(kw_only=True)
class HistoryChange:
    """What changes in a history.

    Attributes:
        start: when a new run began; None if there is no new one.
        next_part: the number of the next file.
        parts: files that are new, or have new content.
        gone: the names of files that no longer belong to it.
        latest: the newest snapshots of keys that have new ones.
        removed: the runs in which a key lost its rows, for keys that have lost them.
    """

    start: datetime | None = None
    next_part: int
    parts: Sequence[HistoryPart] = ()
    gone: Sequence[str] = ()
    latest: Mapping[str, Snapshot] = field(factory=dict[str, Snapshot])
    removed: Mapping[str, tuple[int, ...]] = field(factory=dict[str, tuple[int, ...]])


@frozen(kw_only=True)
class Change:
    """What changes in the record of an export; what is left out stays as it is.

    In mappings None says that a key is there no more.

    Attributes:
        run: the run, if it began or finished.
        next_part: the number of the next part.
        parts: parts that are new, or have new content. Their ``keys`` are those whose number of rows has changed, 0 if
            they have no more, of new parts all.
        gone: the names of parts that no longer belong to it.
        done: keys that were exported, or forgotten.
        failures: keys that failed, or failed no longer.
        removed: keys that were forgotten, or exported again.
        noted: all that is noted now.
        history: what changes in the history.
    """

    run: Run | None = None
    next_part: int | None = None
    parts: Sequence[Part] = ()
    gone: Sequence[str] = ()
    done: Mapping[str, CompletedKey | None] = field(factory=dict[str, CompletedKey | None])
    failures: Mapping[str, str | None] = field(factory=dict[str, str | None])
    removed: Mapping[str, int | None] = field(factory=dict[str, int | None])
    noted: Mapping[str, str] | None = None
    history: HistoryChange | None = None

    def to_json(self) -> bytes:
        """The entry of the journal."""
        history = self.history
        document = {
            **values_of(self),
            "run": self.run and values_of(self.run),
            "parts": [values_of(part) for part in self.parts],
            "done": completed_columns({key: done for key, done in self.done.items() if done is not None}),
            "forgotten": [key for key, done in self.done.items() if done is None],
            "history": history
            and {
                **values_of(history),
                "parts": [values_of(part) for part in history.parts],
                "latest": snapshot_columns(history.latest),
            },
        }
        return as_json(document)


def change_of(document: Any) -> Change:
    """The change that an entry of a journal has; raises ValueError if it is not one."""
    values = fields_of(document, _CHANGE)
    forgotten: Sequence[str] = values.pop("forgotten")
    values["done"] = {**dict.fromkeys(forgotten), **values["done"]}
    return Change(**values)


def applied(manifest: Manifest, change: Change) -> Manifest:
    """The record after a change.

    The mappings of the one before are changed in place: a copy for each change would take time that grows with the
    square of the number of keys.

    Raises:
        KeyError: the change is not one of this record.
    """
    changing = Changing(manifest)
    changing.apply(change)
    return changing.manifest()


class Changing:
    """A record to which changes are applied, each in the time that what it changes takes, however much there is.

    Args:
        manifest: the record; its mappings are changed in place.

    Raises:
        ValueError: two of its files have the same name.
    """

    def __init__(self, manifest: Manifest) -> None:
        self._before = manifest
        self._parts = _by_name(manifest.parts)
        self._run, self._next_part, self._noted = manifest.run, manifest.next_part, manifest.noted
        history = manifest.history or History()
        self._snapshots = _by_name(history.parts)
        self._starts, self._next_snapshots = list(history.starts), history.next_part

    def apply(self, change: Change) -> None:
        """Apply a change; raises KeyError if it is not one of this record."""
        _apply(self._before.done, change.done)
        _apply(self._before.failures, change.failures)
        _apply(self._before.removed, change.removed)
        for part in change.parts:
            before = self._parts.get(part.file)
            self._parts[part.file] = part if before is None else _with_keys(before, part)
        for name in change.gone:
            del self._parts[name]
        self._run = change.run or self._run
        self._next_part = change.next_part or self._next_part
        self._noted = self._noted if change.noted is None else change.noted
        if self._before.history is not None and change.history is not None:
            self._apply_to(self._before.history, change.history)

    def _apply_to(self, history: History, change: HistoryChange) -> None:
        _apply(history.latest, change.latest)
        _apply(history.removed, change.removed)
        self._snapshots.update({one.file: one for one in change.parts})
        for name in change.gone:
            del self._snapshots[name]
        if change.start is not None:
            self._starts.append(change.start)
        self._next_snapshots = change.next_part

    def manifest(self) -> Manifest:
        """The record after all of them."""
        history = self._before.history and evolve(
            self._before.history,
            starts=tuple(self._starts),
            next_part=self._next_snapshots,
            parts=tuple(self._snapshots.values()),
        )
        return evolve(
            self._before,
            run=self._run,
            next_part=self._next_part,
            parts=tuple(self._parts.values()),
            noted=self._noted,
            history=history,
        )


def _by_name(files: Sequence[File]) -> dict[str, File]:
    found = {one.file: one for one in files}
    if len(found) != len(files):
        raise ValueError("two files have the same name")
    return found


def _apply(mapping: dict[str, T], changes: Mapping[str, T | None]) -> None:
    for key, value in changes.items():
        if value is None:
            mapping.pop(key, None)
        else:
            mapping[key] = value


def _with_keys(before: Part, after: Part) -> Part:
    keys = {**before.keys, **after.keys}
    return evolve(after, keys={key: count for key, count in keys.items() if count})


def _history_change(value: Any) -> HistoryChange:
    return HistoryChange(**fields_of(value, _HISTORY))


_HISTORY = {
    "start": optional(time),
    "next_part": positive,
    "parts": list_of(as_history_part),
    "gone": list_of(text),
    "latest": snapshots,
    "removed": runs_by_key,
}
_CHANGE = {
    "run": optional(as_run),
    "next_part": optional(positive),
    "parts": list_of(lambda value: as_part(value, least=0)),
    "gone": list_of(text),
    "done": completed,
    "forgotten": list_of(text),
    "failures": changed(texts),
    "removed": changed(counts),
    "noted": optional(texts),
    "history": optional(_history_change),
}
