"""A warehouse, through dlt: what it holds, and how rows get there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..results import SCHEMA_VERSION
from ._destination import Destination
from ._dlt import explained, imported
from ._errors import LoadError
from ._tables import RESULTS, TABLES
from ._views import VIEWS, views

_PIPELINE = "abclient"
_FEW_KEYS = 200
"""Keys that are named in one statement; with more, all of an export are asked for."""

_CONTRACT = {"tables": "evolve", "columns": "freeze", "data_type": "freeze"}

Rows = Callable[[], Iterator[Any]]
"""Makes the tables of Arrow that are sent."""


class Warehouse:
    """A destination, and what earlier loads wrote there.

    Args:
        destination: which one.
        work: a directory of its own, which is empty.

    Attributes:
        state: what earlier loads recorded; complete loads only.
        refused_rows: whether rows could not be written although the warehouse is there.
    """

    def __init__(self, destination: Destination, work: Path) -> None:
        self._to = destination
        self._work = work
        self._count = 0
        self._dlt = imported()
        self.state: dict[str, Any] = {}
        self.refused_rows: bool = False
        self._has_results = False
        self._renew()

    @contextmanager
    def explained(self, what: str) -> Generator[None]:
        """As ``_dlt.explained``, for this destination."""
        with explained(self._to.secrets, f"{self._to.name}: {what}"):
            yield

    def _renew(self) -> None:
        """Begin with what the warehouse says, and nothing of an earlier attempt."""
        self._count += 1
        with self.explained("it cannot be used"):
            self._pipeline = self._dlt.pipeline(
                _PIPELINE,
                destination=self._to.factory,
                dataset_name=self._to.dataset,
                pipelines_dir=str(self._work / str(self._count)),
            )
            self._pipeline.sync_destination()
            self.state = dict(self._pipeline.state.get("sources", {}).get(_PIPELINE, {}))

    @contextmanager
    def exclusive(self) -> Generator[None]:
        """Keep other loads to the same dataset away, where the warehouse can; dlt's own tables would be mixed.

        Raises:
            LoadError: another load is running.
        """
        if self._to.kind != "postgres":
            yield
            return
        number = int.from_bytes(
            hashlib.sha256(f"abclient {self._to.dataset}".encode()).digest()[:8], "big", signed=True
        )
        with self.explained("it cannot be locked"):
            client = self._pipeline.sql_client()
            client.open_connection()
        try:
            with self.explained("it cannot be locked"):
                ((taken,),) = client.execute_sql("SELECT pg_try_advisory_lock(%s)", number)
            if not taken:
                raise LoadError(f"{self._to.name}: another load to {self._to.dataset} is running")
            yield
        finally:
            client.close_connection()

    def check(self) -> None:
        """Check that the tables are those that this version writes.

        Raises:
            LoadError: a table or a column was removed or changed, or is of another version.
        """
        version = self.state.get("schema_version", SCHEMA_VERSION)
        if version != SCHEMA_VERSION:
            raise LoadError(
                f"{self._to.name}: the tables in {self._to.dataset} have rows of version {version}, and this is "
                f"version {SCHEMA_VERSION}; load to another dataset (--dataset)"
            )
        if not self._to.merges:
            return
        found = self._found(TABLES)
        self._has_results = bool(found.get(RESULTS))
        for table, columns in TABLES.items():
            self._check_table(table, columns, found.get(table) or {})

    def _found(self, names: Iterable[str]) -> dict[str, Any]:
        """The columns of tables and views; empty for what is not there."""
        with self.explained("its tables cannot be read"), self._pipeline.destination_client() as client:
            return dict(client.get_storage_tables(list(names))) if client.is_storage_initialized() else {}

    def _check_table(self, table: str, columns: Mapping[str, Any], found: Mapping[str, Any]) -> None:
        if not found:
            if table in self.state.get("tables", ()):
                raise self._changed(f"the table {table} is gone")
            return
        there = {str(name).lower(): one for name, one in found.items()}
        for name, column in columns.items():
            if name not in there:
                raise self._changed(f"the table {table} has no column {name}")
            kind = there[name].get("data_type")
            if kind is not None and kind != column["data_type"]:
                raise self._changed(f"the column {name} of {table} holds {kind}, not {column['data_type']}")

    def _changed(self, what: str) -> LoadError:
        return LoadError(
            f"{self._to.name}: {what} in {self._to.dataset}, so it was changed by other means; restore it, or load to "
            "another dataset (--dataset)"
        )

    def row_keys(self, exports: Collection[str], keys: Collection[str] | None) -> set[str]:
        """The rows that the warehouse has of these exports, and of these keys of theirs; of all keys if None."""
        self.refused_rows = False
        if not self._has_results:
            return set()
        named = [] if keys is None or len(keys) > _FEW_KEYS else sorted(keys)
        with self.explained("its rows cannot be read"), self._pipeline.sql_client() as client:
            quoted = client.escape_column_name
            text = (
                f"SELECT {quoted('row_key')}, {quoted('export_key')} FROM {client.make_qualified_table_name(RESULTS)}"  # noqa: S608  # no value
            )
            text += f" WHERE {quoted('export_id')} IN ({_places(exports)})"
            if named:
                text += f" AND {quoted('export_key')} IN ({_places(named)})"
            found = client.execute_sql(text, *sorted(exports), *named)
        return {row_key for row_key, key in found or () if keys is None or key in keys}

    def write(self, tables: Mapping[str, Rows], state: Mapping[str, Any]) -> None:
        """Write rows, all or none; a row replaces the one with the same key.

        Args:
            tables: what makes the rows of each table.
            state: what to record; it counts once everything is written.

        Raises:
            LoadError: it cannot be written.
            ExportError: rows cannot be read.
        """
        dlt = self._dlt
        disposition: Any = {"disposition": "merge", "strategy": "delete-insert"} if self._to.merges else "replace"
        failed: list[Exception] = []
        with_rows = {name: (table for table in rows() if table.num_rows) for name, rows in tables.items()}
        found = {name: (first, rest) for name, rest in with_rows.items() if (first := next(rest, None)) is not None}
        made = sorted({*self.state.get("tables", ()), *found})

        def remembering(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
            try:
                yield first
                yield from rest
            except Exception as error:
                failed.append(error)
                raise
            dlt.current.source_state().update({**state, "tables": made})

        def resources() -> Iterable[Any]:
            for name, (first, rest) in found.items():
                yield dlt.resource(
                    remembering(first, rest),
                    name=name,
                    columns={column: {"name": column, **hints} for column, hints in TABLES[name].items()},
                    write_disposition=disposition,
                    schema_contract=_CONTRACT,
                    file_format="parquet" if self._to.takes_parquet else None,
                )

        source = dlt.source(resources, name=_PIPELINE, section=_PIPELINE, max_table_nesting=0)
        try:
            with self.explained("the rows cannot be written"):
                self._pipeline.run(source())
        except BaseException:
            self.refused_rows = self._is_renewed() and not failed
            if failed:
                raise failed[0] from None
            raise
        self._has_results = RESULTS in made
        self.state = dict(self._pipeline.state.get("sources", {}).get(_PIPELINE, {}))

    def _is_renewed(self) -> bool:
        try:
            self._renew()
        except LoadError:  # the first error says more
            return False
        return True

    def make_missing_views(self) -> None:
        """Make the views that are not there.

        Raises:
            LoadError: the warehouse refuses them.
        """
        found = self._found([RESULTS, *VIEWS])
        missing = [name for name in VIEWS if not found.get(name)]
        if not found.get(RESULTS) or not missing:
            return
        with self.explained("its views cannot be made"), self._pipeline.sql_client() as client:
            statements = views(client.make_qualified_table_name, client.escape_column_name)
            for name in missing:  # one that is there may be the user's own
                client.execute_sql(statements[name])


def _places(values: Collection[str]) -> str:
    return ", ".join(["%s"] * len(values))
