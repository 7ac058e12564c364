"""Tables of counts: from CSV and Parquet files, and from a query of DuckDB or PostgreSQL."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from os import PathLike, fspath
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote

from .._distribution import not_installed
from .._redact import Redactor
from ..results import COLUMNS

if TYPE_CHECKING:
    import duckdb
    import psycopg

_NUMBERS = frozenset({"units", "conversions", "value", "squares", "mean", "variance"})
_FORMS = "duckdb:///FILE, duckdb:// (for a query of files) or postgresql://USER@HOST/NAME"


def read_counts(path: str | PathLike[str]) -> list[dict[str, Any]]:
    """The lines of a CSV or Parquet file of counts, as ``rows_from_counts`` and ``Experiment.analyse`` take them.

    Where a cell of CSV is empty, its line lacks the column. ``units``, ``conversions``, ``value``, ``squares``,
    ``mean`` and ``variance`` are numbers; ``is_baseline`` and ``is_primary`` are true or false, t or f, yes or no, y or
    n, 1 or 0, in small or capital letters; the ends of a period are times in ISO 8601, with a time zone. A file that is
    not Parquet is read as CSV, in UTF-8 and with commas.

    Args:
        path: the file; Parquet needs the extra ``arrow``.

    Raises:
        ValueError: it cannot be read, a column is there twice, or a cell is not what its column holds. The message says
            where.
        ImportError: it is Parquet, and pyarrow is not installed.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise ValueError(f"{fspath(path)} cannot be read: {error.strerror}") from None
    if content.startswith(b"PAR1"):
        return _from_parquet(path, content)
    try:
        lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        _check_names(path, list(lines.fieldnames or ()))
        return [_values(path, number, line) for number, line in enumerate(lines, 2)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValueError(f"{fspath(path)} cannot be read as CSV: {error}") from None


def _from_parquet(path: str | PathLike[str], content: bytes) -> list[dict[str, Any]]:
    try:
        import pyarrow.parquet as pq
        from pyarrow import ArrowException, BufferReader
    except ImportError as error:
        raise ImportError(not_installed(error, "arrow", default="pyarrow"), name=error.name) from error
    try:
        found = pq.read_table(BufferReader(content))  # pyright: ignore[reportUnknownMemberType]  # partly typed
        table: list[dict[str, Any]] = found.to_pylist()
    except ArrowException as error:
        raise ValueError(f"{fspath(path)} cannot be read as Parquet: {error}") from None
    return table


def _check_names(path: str | PathLike[str], names: Sequence[str]) -> None:
    if len(names) == 1 and any(other in names[0] for other in ";\t|"):
        raise ValueError(f"{fspath(path)}: the columns of the first line, {names[0]!r}, are not separated by commas")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{fspath(path)}: a column is there twice: {', '.join(twice)}")


def _values(path: str | PathLike[str], number: int, line: Mapping[str | None, Any]) -> dict[str, Any]:
    where = f"{fspath(path)}, line {number}"
    if None in line or None in line.values():
        raise ValueError(f"{where}: it has not as many cells as the first line")
    known: dict[str, Any] = {str(name): text for name, text in line.items() if text != ""}
    for name in known:
        read, what = _READERS.get("number" if name in _NUMBERS else COLUMNS.get(name, ""), (str, ""))
        try:
            known[name] = read(known[name])
        except (ValueError, KeyError):
            raise ValueError(f"{where}: {name} is {known[name]!r}, not {what}") from None
    return known


def _number(text: str) -> float:
    return int(text) if text.isascii() and text.isdigit() else float(text)


_FLAGS = {
    **dict.fromkeys(("true", "t", "yes", "y", "1"), True),
    **dict.fromkeys(("false", "f", "no", "n", "0"), False),
}
_READERS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "number": (_number, "a number"),
    "flag": (lambda text: _FLAGS[text.strip().lower()], "true or false"),
    "time": (datetime.fromisoformat, "a time such as 2026-01-31T09:00:00Z"),
}
"""What reads the cells of a column, and what they are; as spreadsheets, pandas, R and databases write them."""


def query_counts(query: str, database: str) -> list[dict[str, Any]]:
    """The lines of a query of counts, as ``rows_from_counts`` and ``Experiment.analyse`` take them.

    ::

        columns = "treatment AS variation_name, 'bought' AS metric_id, count(*) AS units, sum(bought) AS conversions"
        counts = query_counts(f"SELECT {columns} FROM exposed_units GROUP BY treatment", "duckdb:///warehouse.db")

    The query runs in a transaction that only reads, or in a database file that is opened to read. It blocks until the
    whole table is there.

    Args:
        query: one statement of SQL, in the words of the database.
        database: its address. ``duckdb:///FILE`` (extra ``duckdb``) is relative, ``duckdb:////FILE`` absolute, and
            ``duckdb://`` names no file, for queries such as ``SELECT * FROM 'counts.parquet'``. ``postgresql://``
            (extra ``postgres``) is one of libpq's connection URIs (all parts optional), with its environment variables
            (``PGHOST``, ``PGPASSWORD``, …), its password file and its service file:
            https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS

    Raises:
        ValueError: the address has another form, its file is not there, or the query cannot be carried out.
        ConnectionError: PostgreSQL cannot be reached, refuses the credentials, or ends the query or the connection.
        ImportError: the extra is not installed.
    """
    return CountsQuery(query, database).run()


class _Cursor(Protocol):
    @property
    def description(self) -> Any: ...

    def fetchall(self) -> Sequence[Sequence[Any]]: ...


class CountsQuery:
    """A query of counts, which another thread can end.

    Args:
        query: as for ``query_counts``.
        database: as for ``query_counts``.
    """

    def __init__(self, query: str, database: str) -> None:
        for name, given in (("query", query), ("database", database)):
            if not isinstance(given, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
                raise TypeError(f"{name} is a {type(given).__name__}, not a text")
        scheme, separator, rest = database.partition("://")
        if not separator or scheme not in ("duckdb", "postgresql", "postgres"):
            raise ValueError(f"a database is named by {_FORMS}")
        if scheme == "duckdb" and rest and not rest.startswith("/"):
            raise ValueError("the file of a DuckDB comes after three slashes, or after four if its path is absolute")
        self._query = query
        self._database = database
        self._file = unquote(rest[1:]) if scheme == "duckdb" else None
        self._lock = Lock()
        self._running: Any = None
        self._cancelled = False

    def run(self) -> list[dict[str, Any]]:
        """The lines; arguments and errors as for ``query_counts``."""
        return self._from_postgres() if self._file is None else self._from_duckdb(self._file)

    def cancel(self) -> None:
        """End the query, if it runs; ``run`` then raises."""
        with self._lock:
            self._cancelled = True
            connection = self._running
        if connection is None:
            return
        if self._file is not None:
            import duckdb

            with suppress(duckdb.ConnectionException):  # it has ended meanwhile
                connection.interrupt()
            return
        import psycopg

        with suppress(psycopg.Error):  # the query is left behind
            connection.cancel_safe(timeout=_CANCEL_SECONDS)

    def _begin(self, connection: duckdb.DuckDBPyConnection | psycopg.Connection[Any] | None) -> None:
        with self._lock:
            self._running = connection
            if self._cancelled and connection is not None:
                raise ConnectionError("the query was ended")

    def _from_duckdb(self, file: str) -> list[dict[str, Any]]:
        try:
            import duckdb
        except ImportError as error:
            raise ImportError(not_installed(error, "duckdb", default="duckdb"), name=error.name) from error
        if file and not Path(file).exists():
            raise ValueError(f"there is no file {file}")
        try:
            with duckdb.connect(file or ":memory:", read_only=bool(file)) as connection:
                self._begin(connection)
                try:
                    return _lines(connection.execute(self._query))
                finally:
                    self._begin(None)
        except duckdb.Error as error:
            raise ValueError(f"DuckDB: {self._said(error)}") from None

    def _from_postgres(self) -> list[dict[str, Any]]:
        try:
            import psycopg
            from psycopg.conninfo import conninfo_to_dict
        except ImportError as error:
            raise ImportError(not_installed(error, "postgres", default="psycopg"), name=error.name) from error
        try:
            parts = {name: str(value) for name, value in conninfo_to_dict(self._database).items()}
        except psycopg.Error:  # whose message may repeat a part of the password
            parts = {"port": "?"}
        if _is_misread(parts):
            raise ValueError(
                "the database's address is not a URI of libpq: percent-encode what is special in user and password"
            )
        secrets = [parts[name] for name in ("password", "sslpassword") if name in parts]
        try:
            with psycopg.connect(self._database, fallback_application_name="abclient") as connection:
                connection.read_only = True
                self._begin(connection)
                try:
                    return _lines(connection.execute(self._query.encode()))
                finally:
                    self._begin(None)
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            raise ConnectionError(f"PostgreSQL: {self._said(error, *secrets)}") from None
        except psycopg.Error as error:
            raise ValueError(f"PostgreSQL: {self._said(error, *secrets)}") from None

    def _said(self, error: Exception, *secrets: str) -> str:
        """What a database says went wrong: without the query, which further lines repeat, and without passwords."""
        found = (word for match in _SECRET.finditer(self._query) for word in match.groups() if word)
        first = str(error).strip().partition("\n")[0]
        return Redactor([*secrets, *found, os.environ.get("PGPASSWORD", "")]).text(first)


def _is_misread(parts: Mapping[str, str]) -> bool:
    """Whether a part of a password that is not percent-encoded has become another part, which errors would show."""
    port, name = parts.get("port", ""), parts.get("dbname", "")
    numbers = all(one.isascii() and one.isdigit() for one in port.split(",") if one)
    return not numbers or "@" in parts.get("host", "") or "@" in name or "/" in name


_SECRET = re.compile(r"(?:password|passwd|secret|token)[\s='\"]+([^\s'\";,)]+)|://[^/\s:@]*:([^@\s]+)@", re.IGNORECASE)
"""What follows such a word in a query, as in ``ATTACH 'password=…'``, and the password of an address."""

_CANCEL_SECONDS = 5.0
"""How long ending a query of PostgreSQL, which takes a connection of its own, may take."""


def _lines(cursor: _Cursor | None) -> list[dict[str, Any]]:
    if cursor is None or not cursor.description:  # None is what DuckDB gives for an empty query
        raise ValueError("the query gives no table")
    names = [str(column[0]) for column in cursor.description]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"the query gives a column twice: {', '.join(twice)}")
    return [dict(zip(names, line, strict=True)) for line in cursor.fetchall()]
