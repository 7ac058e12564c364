"""Directories of Parquet exports, read as they are by other programs: each row once, whenever the export was killed."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from polars.exceptions import InvalidOperationError
from pyarrow import dataset, parquet

from abclient.export import Item, Plan, export_rows, read_rows
from abclient.results import ExperimentInfo, ResultRow
from support.rows import a_row

DATASET: Any = dataset
PARQUET: Any = parquet
DUCKDB: Any = duckdb
KEYS = 12
Seen = Counter[tuple[str, int]]
"""Rows by their key and units; the units tell of which round they are."""

_watching: list[Callable[[str], None]] = []


def _audited(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching and event in {"open", "os.rename", "os.remove"} and isinstance(arguments[0], str | Path):
        _watching[-1](str(arguments[0]))


sys.addaudithook(_audited)  # for good: there is no way to remove one


def rows_of(key: int, turn: int) -> list[ResultRow]:
    """The rows of a key in a round; of every third key there are none at first, of another none in the end."""
    count = 0 if (key % 3, turn) in {(0, 1), (1, 3)} else 2
    return [a_row(experiment_id=str(key), variation_id=str(place), units=turn) for place in range(count)]


def expected(*turns: int) -> Seen:
    return Counter((row.row_key, turn) for turn in turns for key in range(KEYS) for row in rows_of(key, turn))


async def export(directory: Path, turn: int, *, history: bool) -> None:
    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in range(KEYS):
            info = ExperimentInfo(vendor="optimizely", experiment_id=str(key), status="running")
            if plan.wants(key, info):
                yield key, rows_of(key, turn)

    options: dict[str, Any] = {"history": history, "accept_empty": True}
    await export_rows(directory, source, file_format="parquet", part_rows=8, **options)


def counted(rows: Any) -> Seen:
    return Counter((key, units) for key, units in rows)


def by_pandas(place: Path) -> Seen:
    return counted(pd.read_parquet(place)[["row_key", "units"]].itertuples(index=False))


def by_dataset(place: Path) -> Seen:
    table = DATASET.dataset(place).to_table(columns=["row_key", "units"])
    return counted(line.values() for line in table.to_pylist())


def by_duckdb(place: Path) -> Seen:
    return counted(DUCKDB.sql(f"SELECT row_key, units FROM read_parquet('{place}')").fetchall())


def by_duckdb_pattern(place: Path) -> Seen:
    return counted(DUCKDB.sql(f"SELECT row_key, units FROM '{place}/*.parquet'").fetchall())


def by_polars_pattern(place: Path) -> Seen:
    return counted(pl.read_parquet(f"{place}/*.parquet").select("row_key", "units").rows())


def by_polars(place: Path) -> Seen:
    return counted(pl.read_parquet(place).select("row_key", "units").rows())


def by_the_rule_of_spark(place: Path) -> Seen:
    """Spark leaves out names that begin with an underscore or a dot (``HadoopFSUtils.shouldFilterOutPathName``)."""
    files = [path for path in place.iterdir() if path.name[0] not in "_."]
    tables = [PARQUET.read_table(path, columns=["row_key", "units"]) for path in files]
    return counted(tuple(line.values()) for table in tables for line in table.to_pylist())


def by_this_package(place: Path) -> Seen:
    return counted((row.row_key, row.units) for row in read_rows(place))


ALWAYS = [by_dataset, by_pandas, by_duckdb, by_duckdb_pattern, by_polars_pattern, by_the_rule_of_spark]


@pytest.mark.parametrize("history", [False, True])
async def test_directories_are_read_as_they_are(tmp_path: Path, history: bool) -> None:
    """By every program, without a pattern: current rows, each once, and nothing of manifest, lock and history."""
    for turn in (1, 2, 3):
        await export(tmp_path, turn, history=history)
        for read in (*ALWAYS, by_polars, by_this_package):
            assert read(tmp_path) == expected(turn), read.__name__


@contextmanager
def states(directory: Path, into: Path) -> Generator[list[Path]]:
    """Copies of the directory as it was before each step on the disk that found it changed, for the time of a block."""
    found: list[Path] = []
    seen: list[object] = []

    def copy(path: str) -> None:
        if path.startswith(str(directory)):
            held = _watching.pop()
            looks = sorted((one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in directory.iterdir())
            if looks not in seen:
                seen.append(looks)
                found.append(Path(shutil.copytree(directory, into / str(len(found)))))
            _watching.append(held)

    _watching.append(copy)
    try:
        yield found
    finally:
        _watching.pop()


@pytest.mark.slow
@pytest.mark.parametrize("history", [False, True])
async def test_no_program_sees_a_row_twice_after_a_crash(tmp_path: Path, history: bool) -> None:
    """Before whichever step the process dies: no old row beside its new one, none of half a file, no old one lost.

    New rows can be missing until the next run; this package finds them. Polars sees the same or rejects the directory.
    """
    directory = tmp_path / "out"
    await export(directory, 1, history=history)
    for turn in (2, 3):
        with states(directory, tmp_path / str(turn)) as found:
            await export(directory, turn, history=history)
        assert len(found) > 10
        before, after = expected(turn - 1), expected(turn)
        lasting = {key for key, _ in before} & {key for key, _ in after}
        for state in found:
            for read in (*ALWAYS, by_polars, by_this_package):
                try:
                    seen = read(state)
                except InvalidOperationError as error:
                    assert read is by_polars
                    assert "different file extensions" in str(error)
                    continue
                assert seen <= before + after, (read.__name__, state.name)
                assert Counter(key for key, _ in seen).most_common(1)[0][1] == 1, (read.__name__, state.name)
                assert lasting <= {key for key, _ in seen}, (read.__name__, state.name)
        await export(found[-1], turn, history=history)
        assert by_polars(found[-1]) == after
