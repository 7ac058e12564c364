"""Exports to load, and what a warehouse holds afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, Protocol

from abclient.export import Item, Plan, export_rows, read_rows
from abclient.results import COLUMNS, ExperimentInfo, ResultRow, winners
from support.rows import NOW, a_row

INFO = ExperimentInfo(vendor="optimizely", experiment_id="1")

Found = Mapping[str, list[ResultRow]] | Mapping[str, list[ResultRow] | Exception]


def rows_of(key: str, units: int, variations: Iterable[str] = "ab", **more: Any) -> list[ResultRow]:
    """The rows of a key."""
    given = {"experiment_id": "1", "metric_id": key, "units": units, **more}
    return [a_row(**given, variation_id=one) for one in variations]


async def night(directory: Path, found: Found, keep: Iterable[str] | None = None, **options: Any) -> None:
    """A run of an export that fetches these keys; its experiment has only ``keep`` if that is given."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        if keep is not None:
            plan.keep_only(INFO, keep)
        for key, rows in found.items():
            plan.wants(key, INFO)
            yield key, rows

    await export_rows(directory, source, **options)


class Warehouse(Protocol):
    """A warehouse that can be asked."""

    url: str

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a statement gives."""
        ...


class DuckDb:
    """A file of DuckDB."""

    def __init__(self, path: Path) -> None:
        self.path: Path = path
        self.url: str = f"duckdb:///{path}"

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        import duckdb

        untyped: Any = duckdb
        with closing(untyped.connect(str(self.path))) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            done = connection.execute(sql, list(values))
            return list(done.fetchall()) if done.description else []


class Postgres:
    """A database of PostgreSQL."""

    def __init__(self, url: str) -> None:
        self.url: str = url

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        untyped: Any = import_module("psycopg2")
        with closing(untyped.connect(self.url)) as connection, connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows = list(cursor.fetchall()) if cursor.description else []
            connection.commit()
            return rows


def rows_in(warehouse: Warehouse, table: str = "results") -> list[ResultRow]:
    """The rows of a table or view, by their keys."""
    names = ", ".join(COLUMNS)
    found = warehouse.ask(f"SELECT {names} FROM experiments.{table} ORDER BY row_key")
    return [ResultRow(**dict(zip(COLUMNS, values, strict=True))) for values in found]


def rows_of_exports(*directories: Path) -> list[ResultRow]:
    """The rows that exports have, by their keys."""
    return sorted((row for one in directories for row in read_rows(one)), key=lambda row: row.row_key)


def environment() -> dict[str, str]:
    """The environment of a process that has this one's modules."""
    tests = str(Path(__file__).parents[1])
    return {**os.environ, "PYTHONPATH": os.pathsep.join([tests, *sys.path])}


def killed_loads(place: Path, kind: str, where: str, steps: Sequence[int]) -> list[str]:
    """How loads ended that were killed at these steps; see ``support.load_child``."""
    child = Path(__file__).with_name("load_child.py")
    done = subprocess.run(
        [sys.executable, str(child), str(place), kind, where, *map(str, steps)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=environment(),
    )
    assert done.returncode == 0, done.stderr
    ended: list[str] = json.loads(done.stdout)
    return ended


def odd_rows(seed: int) -> list[ResultRow]:
    """Rows among which it is not easy to say which are the newest, and which have won."""
    chance = Random(seed)
    rows: dict[str, ResultRow] = {}
    for _ in range(400):
        row = a_row(
            experiment_id=chance.choice("123"),
            iteration=chance.choice([None, "1", "2"]),
            account=chance.choice([None, "shop"]),
            metric_id=chance.choice([None, "m", "n"]),
            metric_name=chance.choice([None, "Metric"]),
            edition=chance.choice([None, "results", "timeseries"]),
            segment=chance.choice([None, None, "country=CH"]),
            variation_id=chance.choice("abc"),
            is_primary=chance.choice([None, True, True, False]),
            verdict=chance.choice([None, "winner", "winner", "loser"]),
            period_start=chance.choice([None, NOW, NOW + timedelta(days=1)]),
            period_end=chance.choice([None, NOW, NOW + timedelta(days=1), NOW + timedelta(days=2)]),
            fetched_at=NOW + timedelta(hours=chance.randrange(3)),
        )
        rows[row.row_key] = row
    return list(rows.values())


def check_views(warehouse: Warehouse) -> None:
    """Check that the views say what ``winners`` and the newest figures of each metric are."""
    rows = rows_in(warehouse)
    assert rows_in(warehouse, "winners") == [one.row for one in winners(rows)]
    newest: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for row in rows:
        newest[_metric(row)] = max(newest.get(_metric(row), (False,)), _age(row))
    assert rows_in(warehouse, "current_results") == [row for row in rows if _age(row) == newest[_metric(row)]]


def _metric(row: ResultRow) -> tuple[Any, ...]:
    return (*row.experiment, row.metric_id, row.metric_name, row.metric_kind, row.edition, row.segment)


def _age(row: ResultRow) -> tuple[Any, ...]:
    until = row.period_end or row.period_start
    return (True, until, row.fetched_at) if until else (False, row.fetched_at)
