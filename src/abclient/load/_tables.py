"""The tables of a warehouse: their columns, and rows as they are sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from .._version import __version__
from ..export import ExportChanges
from ..results import COLUMNS, REQUIRED, SCHEMA_VERSION, Kind

RESULTS, HISTORY, EXPORTS = "results", "results_history", "exports"

REMOVED = "is_removed"
"""Marks rows that are to be deleted; it is null in the warehouse."""

_TYPES: Mapping[Kind, str] = {
    "text": "text",
    "flag": "bool",
    "count": "bigint",
    "number": "double",
    "time": "timestamp",
}
_ROW: dict[str, dict[str, Any]] = {
    name: {"data_type": _TYPES[kind], "nullable": name not in REQUIRED} for name, kind in COLUMNS.items()
}
_KEY: dict[str, Any] = {"data_type": "text", "nullable": False}
_REMOVED: dict[str, Any] = {"data_type": "bool", "nullable": True, "hard_delete": True}

TABLES: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    RESULTS: {
        "export_id": _KEY,
        "export_key": _KEY,
        **_ROW,
        "row_key": {**_KEY, "primary_key": True},
        REMOVED: _REMOVED,
    },
    HISTORY: {
        "export_id": {**_KEY, "primary_key": True},
        "run": {"data_type": "bigint", "nullable": False, "primary_key": True},
        "snapshot_at": {"data_type": "timestamp", "nullable": False},
        "export_key": _KEY,
        **_ROW,
        "row_key": {**_KEY, "primary_key": True},
    },
    EXPORTS: {
        "export_id": {**_KEY, "primary_key": True},
        "directory": _KEY,
        "vendor": {"data_type": "text"},
        "account": {"data_type": "text"},
        "project": {"data_type": "text"},
        "environment": {"data_type": "text"},
        "options": _KEY,
        "last_run": {"data_type": "bigint", "nullable": False},
        "row_count": {"data_type": "bigint", "nullable": False},
        "failures": {"data_type": "bigint", "nullable": False},
        "schema_version": {"data_type": "bigint", "nullable": False},
        "abclient_version": _KEY,
        "loaded_at": {"data_type": "timestamp", "nullable": False},
        REMOVED: _REMOVED,
    },
}
"""The columns of each table, with dlt's names for their types. They never change within a schema version."""


def result_table(changes: ExportChanges, table: Any) -> Any:
    """Rows of an export as they are sent."""
    pa = _arrow()
    table = _prefixed(changes, _without_nul(table))
    return table.append_column(REMOVED, pa.nulls(table.num_rows, pa.bool_()))


def history_table(changes: ExportChanges, table: Any) -> Any:
    """Snapshots of an export as they are sent."""
    return _prefixed(changes, _without_nul(table))


def removed_table(row_keys: Iterable[str]) -> Any:
    """What deletes these rows."""
    pa = _arrow()
    keys = pa.array(sorted(row_keys), pa.string())
    columns: list[Any] = []
    schema = _schema(RESULTS)
    for one in schema:
        if one.name == "row_key":
            columns.append(keys)
        elif one.name == REMOVED:
            columns.append(pa.array([True] * len(keys), pa.bool_()))
        elif TABLES[RESULTS][one.name]["nullable"]:
            columns.append(pa.nulls(len(keys), one.type))
        else:  # which is never inserted
            empty = datetime.fromtimestamp(0, UTC) if pa.types.is_timestamp(one.type) else ""
            columns.append(pa.array([empty] * len(keys), one.type))
    return pa.Table.from_arrays(columns, schema=schema)


def export_row(changes: ExportChanges) -> dict[str, Any]:
    """The row that tells about an export."""
    options = changes.options
    known = {name: options.get(name) for name in ("vendor", "account", "project", "environment")}
    return {
        "export_id": changes.export_id,
        "directory": _clean(str(changes.directory)),
        **{name: _clean(value) if isinstance(value, str) else None for name, value in known.items()},
        "options": options_text(changes),
        "last_run": changes.run,
        "row_count": changes.row_count,
        "failures": changes.failures,
        "schema_version": SCHEMA_VERSION,
        "abclient_version": __version__,
        "loaded_at": datetime.now(UTC),
        REMOVED: None,
    }


def export_rows_table(rows: Iterable[Mapping[str, Any]]) -> Any:
    """Rows about exports as a table of Arrow."""
    return _arrow().Table.from_pylist([dict(row) for row in rows], schema=_schema(EXPORTS))


def options_text(changes: ExportChanges) -> str:
    """What the export contains, as JSON."""
    return json.dumps(dict(changes.options), sort_keys=True)


def _schema(table: str) -> Any:
    """The columns of a table as they are sent."""
    pa = _arrow()
    kinds = {
        "text": pa.string(),
        "bool": pa.bool_(),
        "bigint": pa.int64(),
        "double": pa.float64(),
        "timestamp": pa.timestamp("us", tz="UTC"),
    }
    return pa.schema([(name, kinds[one["data_type"]]) for name, one in TABLES[table].items()])


def removed_export(export_id: str) -> dict[str, Any]:
    """What deletes the row about an export."""
    empty = {"text": "", "bigint": 0, "timestamp": datetime.fromtimestamp(0, UTC)}
    values = {
        name: None if one.get("nullable", True) else empty[one["data_type"]] for name, one in TABLES[EXPORTS].items()
    }
    return {**values, "export_id": export_id, REMOVED: True}


def _prefixed(changes: ExportChanges, table: Any) -> Any:
    pa = _arrow()
    return table.add_column(0, "export_id", pa.array([changes.export_id] * table.num_rows, pa.string()))


def _without_nul(table: Any) -> Any:
    """The table without zero characters, which PostgreSQL cannot hold, and without metadata and constraints."""
    pa = _arrow()
    for place, one in enumerate(table.schema):
        if pa.types.is_string(one.type):
            column = table.column(place)
            if pa.compute.any(pa.compute.match_substring(column, "\0")).as_py():
                table = table.set_column(place, one, pa.compute.replace_substring(column, "\0", "\ufffd"))
    return table.cast(_plain(table.schema))


def _plain(schema: Any) -> Any:
    return _arrow().schema([(one.name, one.type) for one in schema])


def _clean(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\ufffd")


def _arrow() -> Any:
    """pyarrow, whose stubs have gaps."""
    import_module("pyarrow.compute")
    return import_module("pyarrow")
