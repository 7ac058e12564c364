"""Exports in a real PostgreSQL: what tests/unit/test_load.py has for DuckDB, and what only a server can do."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from abclient.load import LoadError, load
from abclient.results import ResultRow
from support import load_child
from support.command import Command
from support.loads import (
    Postgres,
    check_views,
    killed_loads,
    night,
    odd_rows,
    rows_in,
    rows_of,
    rows_of_exports,
)
from support.services import POSTGRES_PASSWORD, PostgresServer, free_port, running_postgres

pytestmark = pytest.mark.services
server = pytest.fixture(scope="module")(running_postgres)


@pytest.fixture
def postgres(server: PostgresServer) -> Iterator[Postgres]:
    """An empty database."""
    found = Postgres(server.url)
    for schema in ("experiments", "experiments_staging"):
        found.ask(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
    yield found


@pytest.mark.parametrize("file_format", ["jsonl", "parquet"])
async def test_the_warehouse_follows_the_export(tmp_path: Path, postgres: Postgres, file_format: str) -> None:
    """New rows replace the old ones of their key, rows that are gone are deleted, and a failed key keeps its rows."""
    place = tmp_path / "shop"
    odd: dict[str, Any] = {"variation_name": "", "metric_name": 'a "b"\n, \\N', "experiment_name": "zero \0"}
    first = {"a": rows_of("a", 1), "b": rows_of("b", 1, **odd), "c": rows_of("c", 1)}
    await night(place, first, file_format=file_format, history=True)
    assert load(place, postgres.url).sent == 6
    assert {(row.metric_name, row.variation_name, row.experiment_name) for row in rows_in(postgres)} == {
        (None, None, None),
        ('a "b"\n, \\N', "", "zero \ufffd"),
    }
    found: dict[str, list[ResultRow] | Exception] = {"a": rows_of("a", 2, "ac"), "b": ValueError("no")}
    await night(place, found, keep="ab", file_format=file_format, history=True)
    summary = load(place, postgres.url)
    assert (summary.sent, summary.removed, load(place, postgres.url).changed) == (2, 3, 0)
    left = {(row.metric_id, row.variation_id, row.units) for row in rows_in(postgres)}
    assert left == {("a", "a", 2), ("a", "c", 2), ("b", "a", 1), ("b", "b", 1)}
    assert postgres.ask("SELECT run, count(*) FROM experiments.results_history GROUP BY 1 ORDER BY 1") == [
        (1, 6),
        (2, 2),
    ]


async def test_an_export_without_rows(tmp_path: Path, postgres: Postgres) -> None:
    """Its table is made when it has some."""
    await night(tmp_path / "e", {})
    assert load(tmp_path / "e", postgres.url).sent == 0
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    assert load(tmp_path / "e", postgres.url).sent == 2
    await night(tmp_path / "e", {"a": []}, accept_empty=True)
    assert (load(tmp_path / "e", postgres.url).removed, rows_in(postgres)) == (2, [])


async def test_the_views_say_what_the_functions_say(tmp_path: Path, postgres: Postgres) -> None:
    """Of rows with iterations, segments, points in time, and much that is missing."""
    await night(tmp_path / "e", {"k": odd_rows(1)}, file_format="parquet")
    load(tmp_path / "e", postgres.url)
    check_views(postgres)
    assert len(rows_in(postgres, "winners")) > 10


def test_a_load_that_is_killed_is_completed_by_the_next(tmp_path: Path, postgres: Postgres) -> None:
    """Before and after each of its steps; every row is there once, and those that are gone are not."""
    steps = list(range(len(load_child.STEPS)))
    assert killed_loads(tmp_path / "e", "postgres", postgres.url, steps) == ["SIGKILL"] * len(steps)


CHANGED = [
    ("ALTER TABLE experiments.results DROP COLUMN difference CASCADE", "the table results has no column difference"),
    (
        "ALTER TABLE experiments.exports ALTER failures TYPE text",
        "the column failures of exports holds text, not bigint",
    ),
    ("DROP TABLE experiments.results CASCADE", "the table results is gone"),
]


@pytest.mark.parametrize(("statement", "message"), CHANGED)
async def test_a_table_that_was_changed_by_hand_is_named(
    statement: str, message: str, tmp_path: Path, postgres: Postgres
) -> None:
    """Before anything is sent."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    load(tmp_path / "shop", postgres.url)
    postgres.ask(statement)
    await night(tmp_path / "shop", {"a": rows_of("a", 2)})
    with pytest.raises(LoadError, match=message):
        load(tmp_path / "shop", postgres.url)


async def test_two_loads_at_a_time_are_refused(tmp_path: Path, postgres: Postgres) -> None:
    """Also from two machines, which have no file in common."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    refused: list[str] = []

    def meanwhile() -> bool:
        def other() -> None:
            with pytest.raises(LoadError, match="another load to experiments is running") as caught:
                load(tmp_path / "shop", postgres.url, work=tmp_path / "other")
            refused.append(str(caught.value))

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        return False

    assert load(tmp_path / "shop", postgres.url, cancelled=meanwhile).ok
    assert len(refused) == 1


async def test_a_server_that_goes_away(tmp_path: Path) -> None:
    """In the middle of a load; nothing of it is there, and the same load goes through when it is back."""
    with PostgresServer() as server:
        postgres = Postgres(server.url)
        await night(tmp_path / "shop", {"a": rows_of("a", 1)})
        load(tmp_path / "shop", server.url)
        before = rows_in(postgres)
        await night(tmp_path / "shop", {"a": rows_of("a", 2), "b": rows_of("b", 2)})

        def goes() -> bool:
            server.kill()
            return False

        with pytest.raises(LoadError, match="Connection refused"):
            load(tmp_path / "shop", server.url, cancelled=goes)
        server.start()
        assert rows_in(postgres) == before
        assert load(tmp_path / "shop", server.url).sent == 4
        assert rows_in(postgres) == rows_of_exports(tmp_path / "shop")


def test_the_command_never_shows_the_password(
    tmp_path: Path, postgres: Postgres, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Neither when all is well, nor when it is wrong, nor when there is no server; it says what it could not do."""
    command = Command(capsys)
    asyncio.run(night(tmp_path / "shop", {"a": rows_of("a", 1)}))
    caplog.set_level(logging.DEBUG)
    right = command("load", tmp_path / "shop", "--to", postgres.url)
    assert (right.code, right.err) == (0, "")
    assert "experiments: 2 rows sent; 1 of 1 export had changed" in right.out
    wrong = command("load", tmp_path / "shop", "--to", postgres.url.replace(POSTGRES_PASSWORD, "not-the-password"))
    assert (wrong.code, "password authentication failed" in wrong.err) == (3, True)
    nowhere = command("load", tmp_path / "shop", "--to", f"postgres://me:not-the-password@127.0.0.1:{free_port()}/db")
    assert (nowhere.code, "Connection refused" in nowhere.err) == (3, True)
    said = "".join(one.out + one.err for one in (right, wrong, nowhere)) + caplog.text
    assert POSTGRES_PASSWORD not in said
    assert "not-the-password" not in said
