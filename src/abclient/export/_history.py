"""What every run saw: which snapshots are due, decided without I/O.

A snapshot is all rows of a key as a run fetched them. It is kept if it differs from the key's newest one in anything
but the time of fetching: the rows of a key after any run are those of its newest snapshot that is not of a later run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter

from attrs import frozen

from ..results import COLUMNS, ResultRow
from ._manifest import History, Snapshot


@frozen(kw_only=True)
class Changes:
    """What a batch adds to a history.

    Attributes:
        snapshots: the rows to keep, by key.
        replaced: keys that have a snapshot of this run already, which is replaced.
        latest: the newest snapshots of keys that have new ones.
        removed: the runs in which a key lost its rows, for keys that have lost them.
    """

    snapshots: Mapping[str, Sequence[ResultRow]]
    replaced: frozenset[str]
    latest: Mapping[str, Snapshot]
    removed: Mapping[str, tuple[int, ...]]


def changes_of(
    history: History, run: int, rows: Mapping[str, Sequence[ResultRow]], removed: Collection[str] = ()
) -> Changes:
    """What to keep of the rows of a batch.

    Args:
        history: what is kept already.
        run: the number of the run.
        rows: by key; a key without rows has lost them.
        removed: further keys that have lost their rows.
    """
    latest: dict[str, Snapshot] = {}
    lost: dict[str, tuple[int, ...]] = {}
    snapshots: dict[str, Sequence[ResultRow]] = {}
    replaced: set[str] = set()
    for key, each in {**dict.fromkeys(removed, ()), **rows}.items():
        before, digest = history.latest.get(key), digest_of(each)
        if digest == (before.digest if before else ""):
            continue
        if before is not None and before.digest and before.run == run:
            replaced.add(key)
        if each:
            snapshots[key] = each
        else:
            lost[key] = (*history.removed.get(key, ()), run)
        latest[key] = Snapshot(run, digest)
    return Changes(snapshots=snapshots, replaced=frozenset(replaced), latest=latest, removed=lost)


def digest_of(rows: Sequence[ResultRow]) -> str:
    """A text that is the same for the same rows, whenever they were fetched; empty if there are none."""
    if not rows:
        return ""
    text = repr([tuple(_plain(value) for value in _values(row)) for row in rows])
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


_values = attrgetter(*(name for name in COLUMNS if name != "fetched_at"))
