"""Counts from a query of a real PostgreSQL, by the library and by the command."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import psycopg
import pytest

import abclient
from abclient.analysis import query_counts
from abclient.testing import Sandbox
from support.command import Command, credentials
from support.sandbox import ENVIRONMENT, PROJECT, TODAY, experiment_body, iteration_body
from support.services import POSTGRES_PASSWORD, PostgresServer, running_postgres

pytestmark = pytest.mark.services
server = pytest.fixture(scope="module")(running_postgres)

COUNTS = """
SELECT experiment AS experiment_id, treatment AS variation_name, 'metric-key-123abc' AS metric_id,
       count(*) AS units, sum(bought) AS conversions, NULL AS "direction"
FROM exposed_units GROUP BY 1, 2 ORDER BY 2
"""
SECRET = "ge:h/e@i m%99"


@pytest.fixture(scope="module")
def warehouse(server: PostgresServer) -> PostgresServer:
    """10,000 units in each of two treatments of the experiment ``checkout``, and a user with an odd password."""
    with psycopg.connect(server.url) as connection:
        connection.execute("CREATE TABLE exposed_units (experiment text, treatment text, bought int)")
        for treatment, conversions in (("Treatment 1", 1_000), ("Treatment 2", 1_130)):
            connection.execute(
                "INSERT INTO exposed_units SELECT 'checkout', %s, (n <= %s)::int FROM generate_series(1, 10000) n",
                (treatment, conversions),
            )
        connection.execute(f"CREATE USER analyst PASSWORD '{SECRET}'".encode())
        connection.execute("GRANT SELECT ON exposed_units TO analyst")
    return server


def address(server: PostgresServer, password: str | None = SECRET) -> str:
    user = "analyst" if password is None else f"analyst:{quote(password, safe='')}"
    return f"postgresql://{user}@127.0.0.1:{server.port}/postgres"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_query_gives_lines(warehouse: PostgresServer, scheme: str) -> None:
    """Counts are whole numbers, and sums exact."""
    lines = query_counts(COUNTS, address(warehouse).replace("postgresql", scheme, 1))
    assert [(one["variation_name"], one["units"], one["conversions"], one["direction"]) for one in lines] == [
        ("Treatment 1", 10_000, 1_000, None),
        ("Treatment 2", 10_000, 1_130, None),
    ]
    assert query_counts("SELECT sum(bought::numeric) AS value FROM exposed_units", address(warehouse)) == [
        {"value": Decimal(2130)}
    ]


@pytest.mark.parametrize("database", ["PostgreSQL", "DuckDB"])
def test_the_documented_query_counts_each_unit_once(server: PostgresServer, tmp_path: Path, database: str) -> None:
    """In both databases; a unit that met two treatments is left out."""
    page = (Path(__file__).parents[2] / "docs" / "launchdarkly.md").read_text(encoding="utf-8")
    query = "SELECT treatment" + page.partition("```\nSELECT treatment")[2].partition("```")[0]
    events = "('a', 'A', 1), ('a', 'A', 2), ('b', 'B', 5), ('c', 'A', 1), ('c', 'B', 2)"
    made = "CREATE TABLE exposed_units (unit text, treatment text, revenue int)"
    if database == "DuckDB":
        address = f"duckdb:///{tmp_path}/counts.db"
        with duckdb.connect(tmp_path / "counts.db") as file:
            file.execute(f"{made}; INSERT INTO exposed_units VALUES {events}")
    else:
        # A database of its own, beside that of the other tests.
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE documented")
        address = server.url.removesuffix("/postgres") + "/documented"
        with psycopg.connect(address) as connection:
            connection.execute(f"{made}; INSERT INTO exposed_units VALUES {events}".encode())
    lines = sorted(query_counts(query, address), key=lambda one: one["variation_name"])
    assert [(one["variation_name"], one["units"], one["value"], one["squares"]) for one in lines] == [
        ("A", 1, 3, 9),
        ("B", 1, 5, 25),
    ]
    assert {one["metric_id"] for one in lines} == {"revenue-per-user"}


def test_libpq_s_environment_and_password_file_are_used(
    warehouse: PostgresServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A bare address has everything from variables; the password can be in a file that only its owner reads."""
    monkeypatch.setenv("PGHOST", "127.0.0.1")
    monkeypatch.setenv("PGPORT", str(warehouse.port))
    monkeypatch.setenv("PGUSER", "analyst")
    monkeypatch.setenv("PGDATABASE", "postgres")
    monkeypatch.setenv("PGPASSWORD", SECRET)
    assert len(query_counts(COUNTS, "postgresql://")) == 2
    monkeypatch.delenv("PGPASSWORD")
    file = tmp_path / "pgpass"
    file.write_text(f"*:*:*:analyst:{SECRET.replace(':', chr(92) + ':')}\n")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    assert len(query_counts(COUNTS, address(warehouse, None))) == 2


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("DELETE FROM exposed_units", "PostgreSQL: cannot execute DELETE in a read-only transaction"),
        ("SELECT * FROM nowhere", 'PostgreSQL: relation "nowhere" does not exist'),
        ("SELEC 1", "PostgreSQL: syntax error"),
        ("SET work_mem = '4MB'", "gives no table"),
        ("", "gives no table"),
        ("SELECT 1 AS a, 2 AS a", "a column twice: a"),
        ("SELECT 1/0 AS units", "PostgreSQL: division by zero"),
        ("SELECT units % 2 FROM (SELECT 5 AS units) x WHERE 'a' LIKE '%s'", "gives|no such"),
    ],
)
def test_a_query_that_cannot_be_is_said(warehouse: PostgresServer, query: str, error: str) -> None:
    """In the server's words, and nothing has changed."""
    if "LIKE" in query:
        assert query_counts(query, address(warehouse)) == []  # a percent sign is nothing special
        return
    with pytest.raises(ValueError, match=error):
        query_counts(query, warehouse.url)
    assert query_counts("SELECT count(*) AS units FROM exposed_units", warehouse.url) == [{"units": 20_000}]


@pytest.mark.parametrize("password", ["wrong-geheim99", POSTGRES_PASSWORD])
def test_a_refused_password_is_in_no_error(warehouse: PostgresServer, password: str) -> None:
    """Nor in its causes."""
    with pytest.raises(ConnectionError, match="password authentication failed for user") as caught:
        query_counts(COUNTS, address(warehouse, password))
    assert password not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_server_that_is_gone_is_said(warehouse: PostgresServer) -> None:
    """With its address, and without the password."""
    with pytest.raises(ConnectionError, match="Connection refused") as caught:
        query_counts(COUNTS, f"postgresql://u:{POSTGRES_PASSWORD}@127.0.0.1:1/db")
    assert POSTGRES_PASSWORD not in str(caught.value)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """LaunchDarkly as it is today, with an experiment ``checkout`` that runs."""
    with Sandbox(experiments=5, seed=1, today=TODAY, edition="today") as running:
        asyncio.run(_start(running))
        yield running


async def _start(sandbox: Sandbox) -> None:
    async with abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as client:
        body: dict[str, Any] = experiment_body(key="checkout")
        experiments = client.experiments(PROJECT, ENVIRONMENT)
        await experiments.create(key="checkout", name="Checkout", maintainer_id="m", iteration=iteration_body())
        await (await experiments.get(body["key"])).start_iteration()


@pytest.fixture
def command(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    return Command(capsys)


def test_the_command_takes_a_query(
    command: Command, warehouse: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the database that is named, or of the one in the environment, where its password is not seen by others."""
    named = command(
        "analyse", "launchdarkly", "--counts-query", COUNTS, "--database", address(warehouse), "--format=json"
    )
    monkeypatch.setenv("ABCLIENT_DATABASE", address(warehouse))
    unnamed = command("analyse", "launchdarkly", "--counts-query", COUNTS, "--format=json")
    assert (named.code, unnamed.code) == (0, 0), named.err
    found = [
        [(one["variation_name"], one["units"], one["conversions"]) for one in each.document]
        for each in (named, unnamed)
    ]
    assert found == [[("Treatment 1", 10_000, 1_000), ("Treatment 2", 10_000, 1_130)]] * 2


@pytest.mark.parametrize(
    ("query", "password", "code", "error"),
    [
        (COUNTS, "wrong-geheim99", 1, "password authentication failed"),
        ("SELECT * FROM nowhere", SECRET, 2, 'relation "nowhere" does not exist'),
        ("SELECT 1 AS units", SECRET, 2, "--counts-query, line 1 of the table: experiment_id is missing"),
        ("SELECT 1 AS units WHERE false", SECRET, 2, "--counts-query has no counts"),
    ],
)
def test_the_command_says_what_went_wrong(
    command: Command, warehouse: PostgresServer, query: str, password: str, code: int, error: str
) -> None:
    """In one line, without a password; the exit code tells wrong usage from failure."""
    ended = command("analyse", "launchdarkly", "--counts-query", query, "--database", address(warehouse, password))
    assert (ended.code, error in ended.err) == (code, True), ended.err
    assert password not in ended.err
    assert ended.err.count("\n") == 1


def test_ctrl_c_ends_the_query(sandbox: Sandbox, warehouse: PostgresServer) -> None:
    """At once, and on the server as well."""
    arguments = [
        "analyse",
        "launchdarkly",
        "--counts-query",
        "SELECT pg_sleep(600), 'ended'",
        "--database",
        warehouse.url,
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "abclient", *arguments],
        env={**os.environ, **credentials(sandbox.url)},
        stderr=subprocess.PIPE,
        text=True,
    )

    def running() -> int:
        query = "SELECT count(*) AS units FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(600)%'"
        return int(query_counts(query, warehouse.url)[0]["units"])

    until = time.monotonic() + 60
    while not running() and time.monotonic() < until:
        time.sleep(0.1)
    assert running() == 1
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, "interrupted" in error) == (130, True)
    while running() and time.monotonic() < until:
        time.sleep(0.1)
    assert running() == 0
