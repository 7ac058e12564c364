"""The state of the sandbox: JSON documents in SQLite, by vendor, kind and id."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

Document = dict[str, Any]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    vendor TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (vendor, kind, id));
CREATE INDEX IF NOT EXISTS documents_of_parent ON documents (vendor, kind, parent, number);
CREATE TABLE IF NOT EXISTS tags (
    number INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (number, name, value)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (vendor TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

_TAGGED = (
    "EXISTS (SELECT 1 FROM tags WHERE tags.number = documents.number AND tags.name = ? "
    "AND tags.value IN (SELECT value FROM json_each(?)))"
)

_MEMO_ENTRIES = 20_000

EDITIONS = ("beta", "today")
"""What vendors play that have several editions: with all that they ever documented, or with what is left of it."""


class World:
    """All documents of all vendors.

    Used from one thread at a time. Changes belong inside :meth:`transaction`; reading needs none. A vendor is given its
    contents when it is first asked for any, since few sandboxes are asked for all vendors.

    Args:
        path: a file to keep the state in, or ``":memory:"``.
        seed: what the contents are drawn from; a file that holds a world keeps the seed it was made with.
        today: the day up to whose begin running experiments have counted; None for the day it is, in UTC. A file that
            holds a world keeps this, too.
        large_ids: whether some ids are beyond 2**53, which JavaScript cannot hold. A file keeps this, too.
        edition: one of :data:`EDITIONS`, of vendors that have several. A file keeps this, too.

    Attributes:
        seed: the seed this world was made with.
        today: the begin of its day, in seconds since 1970.
        large_ids: whether some ids are beyond 2**53.
        edition: one of :data:`EDITIONS`.

    Raises:
        sqlite3.Error: the file cannot be opened, or is not a database.
    """

    def __init__(
        self,
        path: str = ":memory:",
        *,
        seed: int = 1,
        today: date | None = None,
        large_ids: bool = False,
        edition: str = "beta",
    ) -> None:
        # An ASGI application may be made in one thread and served in another, as test suites do.
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._db.close)  # Python 3.13 warns of a connection that is not closed
        try:
            self._db.execute("PRAGMA synchronous = OFF")  # a sandbox may lose its last changes when the power fails
            self._db.executescript(_SCHEMA)
            self.seed: int = self._kept("seed", seed)
            midnight = datetime.combine(today or datetime.now(UTC).date(), time(), UTC)
            self.today: int = self._kept("today", int(midnight.timestamp()))
            self.large_ids: bool = bool(self._kept("large ids", int(large_ids)))
            self.edition: str = EDITIONS[self._kept("edition", EDITIONS.index(edition))]
        except sqlite3.Error:
            self._db.close()
            raise
        self._memo: dict[object, bytes] = {}
        self._saved: sqlite3.Connection | None = None
        self._resettable = False
        self._fill: Callable[[str], None] | None = None
        self._ready: set[str] = set()

    def _kept(self, name: str, value: int) -> int:
        """What the file has under a name, or else from now on this value."""
        self._db.execute("INSERT OR IGNORE INTO facts VALUES (?, ?)", (name, str(value)))
        return int(self._db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()[0])

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def allow_reset(self) -> None:
        """Call what it holds now its beginning, to which :meth:`reset` goes back."""
        self._resettable = True

    def reset(self) -> None:
        """Be again as it was at its beginning."""
        if self._saved is not None:
            self._saved.backup(self._db)
        self._ready.clear()
        self._memo.clear()

    def _save(self) -> None:
        """Copy the beginning before its first change, so that a world that is only read needs no second one."""
        if self._resettable and self._saved is None:
            self._saved = sqlite3.connect(":memory:", check_same_thread=False)
            weakref.finalize(self, self._saved.close)
            self._db.backup(self._saved)

    def collection(self, vendor: str, kind: str) -> Documents:
        """The documents of one kind of one vendor."""
        self.prepare(vendor)
        return Documents(self, vendor, kind)

    def fill_when_asked(self, fill: Callable[[str], None]) -> None:
        """Let ``fill`` put in what a vendor has at the beginning, by its name, once that is asked for."""
        self._fill = fill

    def prepare(self, vendor: str) -> None:
        """Make sure that a vendor has been given its contents. It belongs to the beginning, whenever it happens."""
        if self._fill is None or vendor in self._ready:
            return
        self._ready.add(vendor)  # before the filling, which asks for documents itself
        try:
            if not self._is_filled(vendor):
                self._give_contents(vendor)
        except BaseException:
            self._ready.discard(vendor)
            raise

    def _give_contents(self, vendor: str) -> None:
        if self._saved is None:
            self._begin_with(vendor)
            return
        # Something was changed already, perhaps in a transaction that is open: what is copied then is the beginning.
        changed, self._db = self._db, self._saved
        try:
            if not self._is_filled(vendor):
                self._begin_with(vendor)
        finally:
            self._db = changed
        _copy(self._saved, self._db, vendor)

    def _begin_with(self, vendor: str) -> None:
        self._db.execute("BEGIN")
        try:
            if self._fill is not None:
                self._fill(vendor)
            self._db.execute("INSERT INTO facts VALUES (?, '')", (f"filled {vendor}",))
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _is_filled(self, vendor: str) -> bool:
        return self.execute("SELECT 1 FROM facts WHERE name = ?", (f"filled {vendor}",)).fetchone() is not None

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All changes made inside are kept together, or, when it ends in an exception, none of them."""
        self._save()
        self._db.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            self._ready.clear()  # of what was filled meanwhile, the copy is gone
            raise
        else:
            self._db.execute("COMMIT")
        finally:
            self._memo.clear()

    def next_number(self, vendor: str) -> int:
        """A number this vendor has not used yet, from 1 upwards."""
        self.prepare(vendor)
        statement = "INSERT INTO counters VALUES (?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last"
        return int(self.execute(statement, (vendor,)).fetchone()[0])

    def memo(self, key: object, make: Callable[[], bytes]) -> bytes:
        """The response for a key, made once and kept until anything in the world changes."""
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) >= _MEMO_ENTRIES:
                self._memo.clear()
            found = self._memo[key] = make()
        return found

    def execute(self, statement: str, values: Iterable[object] = ()) -> sqlite3.Cursor:
        """Run one SQL statement."""
        return self._db.execute(statement, tuple(values))

    def execute_many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run one SQL statement for many rows."""
        self._db.executemany(statement, rows)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, vendor: str) -> None:
    """Copy all of one vendor; its documents get new numbers, in the same order."""
    found = source.execute(
        "SELECT number, vendor, kind, id, parent, body FROM documents WHERE vendor = ? ORDER BY number", (vendor,)
    )
    for number, *document in found:
        made = target.execute(
            "INSERT INTO documents (vendor, kind, id, parent, body) VALUES (?, ?, ?, ?, ?) RETURNING number", document
        ).fetchone()[0]
        tags = source.execute("SELECT name, value FROM tags WHERE number = ?", (number,))
        target.executemany("INSERT INTO tags VALUES (?, ?, ?)", [(made, *tag) for tag in tags])
    counters = source.execute("SELECT vendor, last FROM counters WHERE vendor = ?", (vendor,))
    target.executemany("INSERT INTO counters VALUES (?, ?)", counters)
    target.execute("INSERT INTO facts VALUES (?, '')", (f"filled {vendor}",))


@dataclass(frozen=True)
class Documents:
    """The documents of one kind, in the order in which they were made."""

    world: World
    vendor: str
    kind: str

    def get(self, key: str) -> Document | None:
        """One document, or None."""
        statement = "SELECT body FROM documents WHERE vendor = ? AND kind = ? AND id = ?"
        row = self.world.execute(statement, (self.vendor, self.kind, key)).fetchone()
        return json.loads(row[0]) if row else None

    def put(
        self,
        key: str,
        document: Document,
        *,
        parent: str = "",
        tags: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Add a document or replace it, with the parent it is listed under and the tags it is found by."""
        statement = (
            "INSERT INTO documents (vendor, kind, id, parent, body) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (vendor, kind, id) DO UPDATE SET parent = excluded.parent, body = excluded.body "
            "RETURNING number"
        )
        values = (self.vendor, self.kind, key, parent, json.dumps(document))
        number = self.world.execute(statement, values).fetchone()[0]
        self.world.execute("DELETE FROM tags WHERE number = ?", (number,))
        self.world.execute_many("INSERT INTO tags VALUES (?, ?, ?)", [(number, *tag) for tag in sorted(set(tags))])

    def delete(self, key: str) -> bool:
        """Remove a document; False when there was none."""
        statement = "DELETE FROM documents WHERE vendor = ? AND kind = ? AND id = ? RETURNING number"
        row = self.world.execute(statement, (self.vendor, self.kind, key)).fetchone()
        if row:
            self.world.execute("DELETE FROM tags WHERE number = ?", row)
        return row is not None

    def find(
        self,
        *,
        parent: str | None = None,
        tags: Mapping[str, Collection[str]] | None = None,
        limit: int = -1,
        offset: int = 0,
    ) -> list[Document]:
        """Documents of a parent that carry, for every name in ``tags``, one of its values.

        Args:
            parent: the parent; None for all.
            tags: name to accepted values; a name without values matches nothing.
            limit: how many at most; -1 for all.
            offset: how many to pass over first.
        """
        where, values = self._where(parent, tags or {})
        statement = " ".join(("SELECT body FROM documents WHERE", where, "ORDER BY number LIMIT ? OFFSET ?"))
        rows = self.world.execute(statement, (*values, limit, offset))
        return [json.loads(body) for (body,) in rows]

    def count(self, *, parent: str | None = None, tags: Mapping[str, Collection[str]] | None = None) -> int:
        """How many documents :meth:`find` would give without a limit."""
        where, values = self._where(parent, tags or {})
        statement = " ".join(("SELECT count(*) FROM documents WHERE", where))
        return int(self.world.execute(statement, values).fetchone()[0])

    def _where(self, parent: str | None, tags: Mapping[str, Collection[str]]) -> tuple[str, list[str]]:
        clauses = ["vendor = ? AND kind = ?"]
        values = [self.vendor, self.kind]
        if parent is not None:
            clauses.append("parent = ?")
            values.append(parent)
        for name, accepted in tags.items():
            clauses.append(_TAGGED)
            values += [name, json.dumps([*accepted])]
        return " AND ".join(clauses), values
