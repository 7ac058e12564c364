"""Tables of counts: files, and queries of DuckDB."""

from __future__ import annotations

import sys
import threading
import time
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from abclient.analysis import query_counts, read_counts, rows_from_counts
from abclient.analysis._tables import CountsQuery
from support.rows import NOW

COUNTS = """
SELECT 'checkout' AS experiment_id, treatment AS variation_name, count(*) AS units, sum(revenue) AS value,
       sum(revenue * revenue)::DECIMAL(18, 2) AS squares, NULL AS direction
FROM exposed_units GROUP BY treatment ORDER BY treatment
"""


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """Six units in two treatments."""
    path = tmp_path / "ware house.db"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE exposed_units (treatment VARCHAR, revenue INTEGER)")
        connection.execute(
            "INSERT INTO exposed_units VALUES ('A', 1), ('A', 2), ('A', 0), ('B', 4), ('B', 0), ('B', 3)"
        )
    return path


def test_a_query_of_duckdb_gives_lines(warehouse: Path) -> None:
    """By an absolute address; numbers are whole or exact, and null is None."""
    first, second = query_counts(COUNTS, f"duckdb:///{warehouse}")
    assert first == {
        "experiment_id": "checkout",
        "variation_name": "A",
        "units": 3,
        "value": 3,
        "squares": Decimal(5),
        "direction": None,
    }
    assert (second["variation_name"], second["value"], second["squares"]) == ("B", 7, Decimal(25))


def test_an_address_may_be_relative_and_encoded(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three slashes are relative to the working directory."""
    monkeypatch.chdir(warehouse.parent)
    assert len(query_counts(COUNTS, "duckdb:///ware%20house.db")) == 2


def test_without_a_file_files_are_asked(tmp_path: Path) -> None:
    """Such as the Parquet that a warehouse has exported."""
    pq.write_table(pa.Table.from_pylist([{"units": 5}]), tmp_path / "a.parquet")  # pyright: ignore[reportUnknownMemberType]  # partly typed
    assert query_counts(f"SELECT units FROM '{tmp_path}/*.parquet'", "duckdb://") == [{"units": 5}]


@pytest.mark.parametrize("query", ["DELETE FROM exposed_units", "CREATE TABLE more (a INTEGER)"])
def test_a_database_is_only_read(warehouse: Path, query: str) -> None:
    """What would change it is refused."""
    with pytest.raises(ValueError, match=r"DuckDB: .*read-only"):
        query_counts(query, f"duckdb:///{warehouse}")
    assert len(query_counts("SELECT * FROM exposed_units", f"duckdb:///{warehouse}")) == 6


@pytest.mark.parametrize(
    ("query", "database", "error"),
    [
        ("SELECT 1", "counts.db", "a database is named by duckdb:///FILE, .* or postgresql://"),
        ("SELECT 1", "mysql://host/db", "a database is named by"),
        ("SELECT 1", "duckdb://counts.db", "after three slashes"),
        ("SELECT 1", "duckdb:///nowhere.db", "there is no file nowhere.db"),
        ("SELECT 1 AS a, 2 AS a", "duckdb://", "a column twice: a"),
        ("SELECT * FROM nowhere", "duckdb://", "DuckDB: Catalog Error: Table with name nowhere does not exist!$"),
        ("SELEC 1", "duckdb://", "DuckDB: Parser Error: syntax error"),
        ("", "duckdb://", "the query gives no table"),
        ("SELECT 1", "postgresql://user:pa/ss@host/db", "not a URI of libpq"),
        ("SELECT 1", "postgresql://user@host:port/db", "not a URI of libpq"),
    ],
)
def test_what_cannot_be_asked_is_said(query: str, database: str, error: str) -> None:
    """The address, its file, or the query."""
    with pytest.raises(ValueError, match=error):
        query_counts(query, database)


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    """By DuckDB's own words."""
    (tmp_path / "x.db").write_text("no database, but long enough to be looked at" * 100)
    with pytest.raises(ValueError, match="DuckDB: IO Error"):
        query_counts("SELECT 1", f"duckdb:///{tmp_path}/x.db")


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * FROM "postgresql://user:geheim99@host/db"',
        'SELECT * FROM "dbname=x password=geheim99"',
        "SELECT * FROM \"dbname=x PASSWORD = 'geheim99'\"",
    ],
)
def test_no_error_has_a_password_of_the_query(query: str) -> None:
    """Which a query may hold, such as one that asks another database."""
    with pytest.raises(ValueError, match=r"\*\*\*") as caught:
        query_counts(query, "duckdb://")
    assert "geheim99" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("password", ["geh/eim", "99/eim", "geh@eim", "%zz", "a b:c@d"])
def test_a_password_that_is_not_encoded_is_not_repeated(password: str) -> None:
    """libpq takes a part of it for a host, a port or a name, which its errors show."""
    with pytest.raises(ValueError, match=r"percent-encode what is special in user and password$"):
        query_counts("SELECT 1", f"postgresql://user:{password}@127.0.0.1:1/db")


@pytest.mark.parametrize(
    ("module", "database", "extra"), [("duckdb", "duckdb://", "duckdb"), ("psycopg", "postgresql://", "postgres")]
)
def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, module: str, database: str, extra: str) -> None:
    """With what installs it."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"{module} is not installed: pip install '[\w-]+\[{extra}\]'"):
        query_counts("SELECT 1", database)


def test_a_missing_library_for_parquet_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The extra ``arrow``."""
    (tmp_path / "x").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ImportError, match=r"\[arrow\]"):
        read_counts(tmp_path / "x")


def test_a_query_can_be_ended() -> None:
    """By another thread: while it runs, and before it has begun."""
    endless = "SELECT count(*) AS units FROM range(100000000000) a, range(1000) b"
    query = CountsQuery(endless, "duckdb://")
    raised: list[Exception] = []

    def run() -> None:
        try:
            query.run()
        except (ValueError, ConnectionError) as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while thread.is_alive() and time.monotonic() < until:
        query.cancel()
        thread.join(0.05)
    assert [type(error) for error in raised] in ([ValueError], [ConnectionError])
    ended = CountsQuery(endless, "duckdb://")
    ended.cancel()
    with pytest.raises(ConnectionError, match="was ended"):
        ended.run()


def test_a_query_that_has_just_ended_can_be_ended() -> None:
    """Its connection may be closed between the moment it is found and the one it is interrupted."""
    query = CountsQuery("SELECT 1 AS units", "duckdb://")
    connection = duckdb.connect()
    connection.close()
    query._begin(connection)  # pyright: ignore[reportPrivateUsage]  # no thread can be stopped at this moment
    query.cancel()


def test_cells_are_numbers_or_missing(tmp_path: Path) -> None:
    """As many as the first line has; a byte order mark is no part of a name."""
    (tmp_path / "x.csv").write_bytes(b"\xef\xbb\xbfmetric_id,units,mean\nm,5,\nn,1e3,0.5\n")
    assert read_counts(tmp_path / "x.csv") == [
        {"metric_id": "m", "units": 5},
        {"metric_id": "n", "units": 1000.0, "mean": 0.5},
    ]


@pytest.mark.parametrize(("yes", "no"), [("true", "false"), ("TRUE", "FALSE"), ("t", "f"), ("Yes", "no"), ("1", "0")])
def test_a_file_of_counts_becomes_rows(yes: str, no: str, tmp_path: Path) -> None:
    """As pandas, R, spreadsheets and databases write flags; and with times."""
    file = tmp_path / "x.csv"
    file.write_text(
        "experiment_id,metric_id,variation_id,is_baseline,is_primary,units,conversions,period_end\r\n"
        f"1,m,a,{yes},{yes},1000,100,2026-01-31T09:00:00Z\r\n1,m,b,{no},{yes},1000,130,2026-01-31T10:00:00+01:00\r\n"
    )
    rows = rows_from_counts(read_counts(file), vendor="launchdarkly", fetched_at=NOW)
    assert [(row.is_baseline, row.is_primary, row.verdict) for row in rows] == [
        (True, True, None),
        (False, True, "winner"),
    ]
    assert {row.period_end for row in rows} == {datetime(2026, 1, 31, 9, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("units,units\n1,2\n", "a column is there twice: units"),
        ("metric_id;units\nm;5\n", "'metric_id;units', are not separated by commas"),
        ("metric_id\tunits\nm\t5\n", "are not separated by commas"),
        ("units\n1\n\n1,000\n", "it has not as many cells"),
        ("is_baseline\nmaybe\n", "line 2: is_baseline is 'maybe', not true or false"),
        ("period_end\n31.1.2026\n", "line 2: period_end is '31.1.2026', not a time such as"),
        ("units\nNULL\n", "line 2: units is 'NULL', not a number"),
    ],
)
def test_what_a_file_of_counts_cannot_have(content: str, message: str, tmp_path: Path) -> None:
    """The error says where, and what it should be."""
    (tmp_path / "x.csv").write_text(content)
    with pytest.raises(ValueError, match=message):
        read_counts(tmp_path / "x.csv")


def test_a_flag_of_counts_that_is_none_is_named() -> None:
    """With the experiment and the metric."""
    lines = [{"experiment_id": "1", "metric_id": "m", "variation_id": key, "is_baseline": "a"} for key in "ab"]
    with pytest.raises(ValueError, match="experiment 1, metric m: is_baseline is 'a', not true or false"):
        rows_from_counts(lines, vendor="launchdarkly", fetched_at=NOW)
