"""Exports on their way to a warehouse: what of each is sent, and what is deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..errors import ExportError
from ..export import ExportChanges, read_changes
from ..results import SCHEMA_VERSION
from ._errors import LoadError
from ._tables import (
    EXPORTS,
    HISTORY,
    RESULTS,
    export_row,
    export_rows_table,
    history_table,
    options_text,
    removed_export,
    removed_table,
    result_table,
)
from ._warehouse import Rows, Warehouse

_ATTEMPTS = 3
"""An export that replaces a part while it is read is read again, this many times in all."""


class Loading:
    """What one load does.

    Args:
        warehouse: where to.
        everything: whether all rows are sent again.
        cancelled: whether the load is to end.

    Attributes:
        changed: how many exports had changed.
        sent: how many current rows were sent.
        removed: how many rows were deleted that the exports no longer have.
        failures: why, by directory.
    """

    def __init__(self, warehouse: Warehouse, *, everything: bool, cancelled: Callable[[], bool]) -> None:
        self.changed: int = 0
        self.sent: int = 0
        self.removed: int = 0
        self.failures: dict[str, str] = {}
        self._warehouse = warehouse
        self._everything = everything
        self._cancelled = cancelled
        self._seen: dict[str, Path] = {}

    def merge(self, places: Sequence[Path]) -> None:
        """Load one export after the other, so that the failure of one costs no other.

        Raises:
            LoadError: the warehouse cannot be used, or refuses the rows of the only export, or of two for one reason.
        """
        refused = ""
        for place in places:
            try:
                self._again_if_changed(lambda place=place: self._merge(place))  # type: ignore[misc]  # its own place
            except ExportError as error:
                self.failures[str(place)] = str(error)
            except LoadError as error:
                # The same reason again is the warehouse's: it is full, or may only be read.
                if not self._warehouse.refused_rows or str(error) == refused or len(places) == 1:
                    raise
                refused = str(error)
                self.failures[str(place)] = f"{place}: {error}"
        self._warehouse.make_missing_views()

    def replace(self, places: Sequence[Path]) -> None:
        """Write all exports together, as the warehouse has tables that can only be written as a whole.

        Raises:
            LoadError: earlier loads were of further exports, whose rows would be lost.
            ExportError: one cannot be read.
        """
        self._again_if_changed(lambda: self._replace(places))

    def _again_if_changed(self, work: Callable[[], None]) -> None:
        for _ in range(_ATTEMPTS - 1):
            try:
                work()
            except ExportError:
                continue
            return
        work()

    def _merge(self, place: Path) -> None:
        whole = read_changes(place)
        self._refuse_copies(whole)
        known = self._known()
        own = known.get(whole.export_id)
        replaced = _replaced(whole, known)
        changes = whole if own is None or self._everything else whole.after(own["run"])
        if not changes and own is not None and changes.run == own["run"] and not replaced:
            return
        keys = None if own is None or self._everything or replaced else {*changes.keys, *changes.removed}
        old = self._warehouse.row_keys({whole.export_id, *replaced}, keys)
        sending = _Sending([changes], self._until_cancelled, old, replaced)
        kept = {name: one for name, one in known.items() if name not in replaced}
        self._warehouse.write(sending.tables(), _state(kept | {changes.export_id: _record(changes)}))
        self.changed += 1
        self.sent += sending.sent
        self.removed += sending.removed

    def _replace(self, places: Sequence[Path]) -> None:
        self._seen.clear()
        found = [read_changes(place) for place in places]
        for changes in found:
            self._refuse_copies(changes)
        known = self._known()
        replaced = {name for changes in found for name in _replaced(changes, known)}
        if missing := known.keys() - self._seen.keys() - replaced:
            names = ", ".join(sorted(str(known[name]["directory"]) for name in missing))
            raise LoadError(
                f"its tables are written as a whole, so name also the other exports that are there: {names}"
            )
        sending = _Sending(found, self._until_cancelled)
        self._warehouse.write(sending.tables(), _state({one.export_id: _record(one) for one in found}))
        self.changed, self.sent = len(found), sending.sent

    def _until_cancelled(self, tables: Iterator[Any]) -> Iterator[Any]:
        for table in tables:
            if self._cancelled():
                raise LoadError("the load was interrupted; nothing of what it was sending is there")
            yield table

    def _refuse_copies(self, changes: ExportChanges) -> None:
        """Two copies of an export would replace each other's rows."""
        other = self._seen.setdefault(changes.export_id, changes.directory)
        if other != changes.directory:
            raise ExportError(f"it is a copy of {other}, which is loaded, too", changes.directory)

    def _known(self) -> dict[str, Any]:
        found: dict[str, Any] = self._warehouse.state.get("exports", {})
        return dict(found)


class _Sending:
    """The rows that are sent of exports.

    Args:
        found: what has changed in each.
        until_cancelled: what ends the load between tables.
        old: the rows that the warehouse has of what has changed; those that are not sent are deleted.
        replaced: exports in whose place others are now.
    """

    def __init__(
        self,
        found: Sequence[ExportChanges],
        until_cancelled: Callable[[Iterator[Any]], Iterator[Any]],
        old: set[str] | None = None,
        replaced: Iterable[str] = (),
    ) -> None:
        self.sent: int = 0
        self.removed: int = 0
        self._found = found
        self._until_cancelled = until_cancelled
        self._old = old or set()
        self._replaced = sorted(replaced)
        self._seen = set[str]()

    def tables(self) -> dict[str, Rows]:
        """What makes the rows of each table."""
        return {RESULTS: self._results, HISTORY: self._history, EXPORTS: self._exports}

    def _results(self) -> Iterator[Any]:
        for changes in self._found:
            for table in self._until_cancelled(changes.tables()):
                new = self._new(table)
                self.sent += new.num_rows
                yield result_table(changes, new)
        self.removed = len(self._old)
        if self._old:
            yield removed_table(self._old)

    def _new(self, table: Any) -> Any:
        """The rows of a table without those that another export gave already."""
        if not self._old and len(self._found) == 1:
            return table
        keys = table["row_key"].to_pylist()
        self._old.difference_update(keys)
        if len(self._found) == 1:
            return table
        new = [key not in self._seen for key in keys]
        self._seen.update(keys)
        if all(new):
            return table
        import pyarrow as pa

        return table.filter(pa.array(new, pa.bool_()))

    def _history(self) -> Iterator[Any]:
        for changes in self._found:
            for table in self._until_cancelled(changes.history_tables()):
                yield history_table(changes, table)

    def _exports(self) -> Iterator[Any]:
        rows = [export_row(one) for one in self._found]
        yield export_rows_table([*rows, *map(removed_export, self._replaced)])


def _replaced(changes: ExportChanges, known: dict[str, Any]) -> set[str]:
    """The exports that were in the same directory before, and were of the same: this one is in their place."""
    return {
        name
        for name, one in known.items()
        if name != changes.export_id
        and one["directory"] == _text(changes.directory.resolve())
        and one["options"] == options_text(changes)
    }


def _record(changes: ExportChanges) -> dict[str, Any]:
    directory = _text(changes.directory.resolve())
    return {"run": changes.run, "directory": directory, "options": options_text(changes)}


def _text(path: Path) -> str:
    """The path as text that JSON and databases can hold, different for different paths."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _state(exports: dict[str, Any]) -> dict[str, Any]:
    return {"schema_version": SCHEMA_VERSION, "exports": exports}
