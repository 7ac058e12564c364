"""Exports in a warehouse: here DuckDB; tests/services/test_load_postgres.py has the same for PostgreSQL."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abclient.errors import ConfigurationError
from abclient.export import read_history
from abclient.load import LoadError, load
from abclient.load._destination import destination_of
from abclient.results import ResultRow
from support import load_child
from support.loads import (
    DuckDb,
    check_views,
    environment,
    killed_loads,
    night,
    odd_rows,
    rows_in,
    rows_of,
    rows_of_exports,
)
from support.rows import any_rows


@pytest.fixture
def duck(tmp_path: Path) -> DuckDb:
    return DuckDb(tmp_path / "warehouse.duckdb")


@pytest.mark.parametrize("file_format", ["csv", pytest.param("parquet", marks=pytest.mark.slow)])
async def test_the_warehouse_follows_the_export(tmp_path: Path, duck: DuckDb, file_format: str) -> None:
    """New rows replace the old ones of their key, rows that are gone are deleted, and a failed key keeps its rows."""
    place = tmp_path / "shop"
    first = {"a": rows_of("a", 1), "b": rows_of("b", 1), "c": rows_of("c", 1)}
    await night(place, first, file_format=file_format)
    summary = load(place, duck.url)
    assert (summary.sent, summary.removed, summary.changed, summary.ok) == (6, 0, 1, True)
    assert rows_in(duck) == rows_of_exports(place)

    await night(place, {"a": rows_of("a", 2, "ac"), "b": ValueError("no")}, keep="ab", file_format=file_format)
    summary = load(place, duck.url)
    assert (summary.sent, summary.removed) == (2, 3)
    assert rows_in(duck) == rows_of_exports(place)
    assert {row.metric_id for row in rows_in(duck)} == {"a", "b"}


@pytest.mark.slow
async def test_a_load_without_a_change_sends_nothing(tmp_path: Path, duck: DuckDb) -> None:
    """And the warehouse is the same afterwards; with everything, all is sent, and it is the same, too."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    load(tmp_path / "shop", duck.url)
    before = rows_in(duck), duck.ask("SELECT count(*) FROM experiments._dlt_loads")
    assert load(tmp_path / "shop", duck.url).changed == 0
    assert (rows_in(duck), duck.ask("SELECT count(*) FROM experiments._dlt_loads")) == before
    again = load(tmp_path / "shop", duck.url, everything=True)
    assert (again.sent, again.removed, rows_in(duck)) == (2, 0, before[0])


@pytest.mark.slow
async def test_everything_deletes_what_does_not_belong_there(tmp_path: Path, duck: DuckDb) -> None:
    """Such as rows that somebody added by hand, or removed."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    load(tmp_path / "shop", duck.url)
    duck.ask("UPDATE experiments.results SET row_key = 'x/x' WHERE variation_id = 'a'")
    summary = load(tmp_path / "shop", duck.url, everything=True)
    assert (summary.sent, summary.removed) == (2, 1)
    assert rows_in(duck) == rows_of_exports(tmp_path / "shop")


@pytest.mark.slow
async def test_an_export_without_rows(tmp_path: Path, duck: DuckDb) -> None:
    """Its table is made when it has some; its directory, and its keys, may have any name."""
    place = tmp_path / os.fsdecode(b"odd\xff'; --")
    await night(place, {})
    summary = load([place, f"{place}/.", place], duck.url)
    assert (summary.exports, summary.sent, summary.changed) == (1, 0, 1)
    await night(place, {"k%s '": rows_of("a", 1)})
    assert load(place, duck.url).sent == 2
    await night(place, {"k%s '": rows_of("a", 2, "c")})
    assert (load(place, duck.url).removed, rows_in(duck)) == (2, rows_of_exports(place))
    assert duck.ask("SELECT row_count FROM experiments.exports") == [(1,)]


@pytest.mark.slow
async def test_several_exports(tmp_path: Path, duck: DuckDb) -> None:
    """One that cannot be read costs no other; each is told about in a table."""
    shop, app, bad = tmp_path / "shop", tmp_path / "app", tmp_path / "bad"
    await night(shop, {"a": rows_of("a", 1, account="shop")}, options={"vendor": "optimizely", "account": "shop"})
    await night(app, {"a": rows_of("a", 1, account="app")}, options={"vendor": "optimizely", "account": "app"})
    bad.mkdir()
    summary = load([shop, bad, app], duck.url)
    assert (summary.changed, summary.exports, list(summary.failures)) == (2, 3, [str(bad)])
    assert "there is no export in it" in summary.failures[str(bad)]
    assert rows_in(duck) == rows_of_exports(shop, app)
    told = duck.ask(
        "SELECT directory, account, last_run, row_count, schema_version FROM experiments.exports ORDER BY 2"
    )
    assert told == [(str(app), "app", 1, 2, 3), (str(shop), "shop", 1, 2, 3)]


@pytest.mark.slow
async def test_rows_that_the_warehouse_refuses_cost_no_other_export(tmp_path: Path, duck: DuckDb) -> None:
    """Such as for a constraint of one's own. What it refuses of all is said once."""
    places = [tmp_path / name for name in "abcd"]
    for place in places:
        await night(place, {place.name: rows_of(place.name, 1, conversions=0)})
    load(places, duck.url)
    duck.ask("ALTER TABLE experiments.results ALTER COLUMN conversions SET NOT NULL")
    for place, conversions in zip(places, (1, None, 3, 4), strict=True):
        await night(place, {place.name: rows_of(place.name, 2, conversions=conversions)})
    summary = load(places, duck.url)
    assert (summary.changed, summary.sent) == (3, 6)
    ((directory, why),) = summary.failures.items()
    assert directory == str(places[1])
    assert why.startswith(f"{directory}: duckdb:{duck.path}: the rows cannot be written: ")
    assert {(row.metric_id, row.units) for row in rows_in(duck)} == {("a", 2), ("b", 1), ("c", 2), ("d", 2)}

    for place in places:
        await night(place, {place.name: rows_of(place.name, 3)})
    for directories in (places, places[1]):
        with pytest.raises(LoadError, match="the rows cannot be written"):
            load(directories, duck.url)
    duck.ask("ALTER TABLE experiments.results ALTER COLUMN conversions DROP NOT NULL")
    assert load(places, duck.url).ok
    assert rows_in(duck) == rows_of_exports(*places)


@pytest.mark.slow
async def test_a_row_that_two_exports_have_is_there_once(tmp_path: Path, duck: DuckDb) -> None:
    """As it was loaded last."""
    await night(tmp_path / "one", {"a": rows_of("a", 1)})
    await night(tmp_path / "all", {"a": rows_of("a", 2), "b": rows_of("b", 2)})
    load([tmp_path / "one", tmp_path / "all"], duck.url)
    assert rows_in(duck) == rows_of_exports(tmp_path / "all")


@pytest.mark.slow
async def test_a_copy_is_not_loaded_beside_its_original(tmp_path: Path, duck: DuckDb) -> None:
    """They would replace each other's rows for ever."""
    import shutil

    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    shutil.copytree(tmp_path / "shop", tmp_path / "copy")
    summary = load([tmp_path / "shop", tmp_path / "copy"], duck.url)
    assert f"it is a copy of {tmp_path / 'shop'}" in summary.failures[str(tmp_path / "copy")]


@pytest.mark.slow
async def test_a_directory_that_is_exported_anew(tmp_path: Path, duck: DuckDb) -> None:
    """What only the earlier export in it had is deleted."""
    import shutil

    place = tmp_path / "shop"
    await night(place, {"a": rows_of("a", 1), "b": rows_of("b", 1)})
    load(place, duck.url)
    shutil.rmtree(place)
    await night(place, {"b": rows_of("b", 2)})
    assert load(place, duck.url).removed == 2
    assert rows_in(duck) == rows_of_exports(place)
    assert duck.ask("SELECT count(*) FROM experiments.exports") == [(1,)]


@pytest.mark.slow
async def test_a_restored_export_is_not_taken_for_a_newer_one(tmp_path: Path, duck: DuckDb) -> None:
    """It is named, unless everything is sent."""
    import shutil

    place = tmp_path / "shop"
    await night(place, {"a": rows_of("a", 1)})
    shutil.copytree(place, tmp_path / "backup")
    await night(place, {"a": rows_of("a", 2)})
    load(place, duck.url)
    shutil.rmtree(place)
    (tmp_path / "backup").rename(place)
    assert "no changes after run 2" in load(place, duck.url).failures[str(place)]
    assert load(place, duck.url, everything=True).ok
    assert rows_in(duck) == rows_of_exports(place)


@pytest.mark.slow
async def test_history(tmp_path: Path, duck: DuckDb) -> None:
    """What each run found changed, once, in a table of its own."""
    place = tmp_path / "shop"
    for units in (1, 1, 2):
        await night(place, {"a": rows_of("a", units), "b": rows_of("b", 7)}, history=True)
        load(place, duck.url)
    got = duck.ask("SELECT run, snapshot_at, row_key, units FROM experiments.results_history ORDER BY 1, 3")
    rows = [
        (one.run, one.snapshot_at, one.row.row_key, one.row.units)
        for one in read_history(place, as_="rows", changes=True)
    ]
    assert got == sorted(rows)
    assert len(got) == 6


@pytest.mark.slow
@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(drawn=st.lists(any_rows(), min_size=5, max_size=15))
def test_any_row_arrives(drawn: list[list[ResultRow]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every value is there again, except for zero characters, which not every warehouse can hold."""
    base = tmp_path_factory.mktemp("any")
    duck = DuckDb(base / "warehouse.duckdb")
    distinct = {one.row_key.replace("\0", "\ufffd"): one for rows in drawn for one in rows}
    asyncio.run(night(base / "e", {"k": list(distinct.values())}, file_format="parquet"))
    load(base / "e", duck.url)
    expected = [
        {
            name: value.replace("\0", "\ufffd") if isinstance(value, str) else value
            for name, value in _fields(one).items()
        }
        for one in distinct.values()
    ]
    if expected:
        assert sorted(map(_fields, rows_in(duck)), key=_key) == sorted(expected, key=_key)


def _fields(row: ResultRow) -> dict[str, Any]:
    from attrs import asdict

    return asdict(row)


def _key(one: dict[str, Any]) -> str:
    return str(one["row_key"])


async def test_nothing_is_left_and_nothing_else_is_written(
    tmp_path: Path, duck: DuckDb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither beside the export nor in the home directory, nor where the command is run."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    await night(tmp_path / "exports" / "shop", {"a": rows_of("a", 1)})
    load(tmp_path / "exports" / "shop", duck.url)
    assert [one.name for one in (tmp_path / "exports").iterdir()] == ["shop"]
    assert list(home.iterdir()) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["exports", "home", "warehouse.duckdb"]


@pytest.mark.slow
async def test_the_views_say_what_the_functions_say(tmp_path: Path, duck: DuckDb) -> None:
    """Of rows with iterations, segments, points in time, and much that is missing; and views that are gone are made."""
    await night(tmp_path / "e", {"k": odd_rows(1)}, file_format="parquet")
    load(tmp_path / "e", duck.url)
    check_views(duck)
    assert len(rows_in(duck, "winners")) > 10
    duck.ask("DROP VIEW experiments.winners")
    load(tmp_path / "e", duck.url)
    check_views(duck)


WRONG = [
    ("nonsense", "dlt has no destination 'nonsense'"),
    ("", "'' is not a destination"),
    ("Mongo DB", "is not a destination"),
    ("postgres://only-a-host", "must be postgres://USER@HOST:PORT/DATABASE"),
    ("postgres://u:sesame@h:x/db", "must be postgres://USER@HOST"),
    ("postgres://u:ses@me@h/db", r"%40 for @"),
    ("postgres://u:12/sesame@h/db", r"%2F for /"),
    ("postgres://u:a/sesame@h/db", r"%2F for /"),
    ("postgres://u:sesame", r"must be postgres://"),
    ("mysql://u:sesame", r"^'mysql' is not a destination"),
    ("u:sesame@h/db", r"^'u' is not a destination"),
    ("duckdb:", "the path of a file"),
    ("duckdb:///:memory:", "the path of a file"),
    ("duckdb://warehouse.duckdb", "the path of a file"),
    ("duckdb:////", "the path of a file"),
    ("duckdb:////no/such/place/x.duckdb", "there is no directory /no/such/place"),
    ("duckdb:///experiments.duckdb", "cannot have a schema of the same name as its file"),
    ("filesystem/here", "followed by a URL"),
    ("filesystem/u:sesame@here", "followed by a URL"),
]


@pytest.mark.parametrize(("to", "message"), WRONG)
def test_what_is_no_destination_is_named(to: str, message: str, tmp_path: Path) -> None:
    """Before anything is read; with what it could be, and without a password."""
    with pytest.raises(ConfigurationError, match=message) as caught:
        load(tmp_path, to)
    assert not re.search("sesame|me@h", str(caught.value))


@pytest.mark.parametrize(
    ("to", "file"),
    [
        ("duckdb:a%20b.duckdb", "a b.duckdb"),
        ("duckdb:///b.duckdb", "b.duckdb"),
        ("duckdb:/tmp/b.duckdb", "/tmp/b.duckdb"),
        ("duckdb:////tmp/b.duckdb", "/tmp/b.duckdb"),
        ("duckdb://////tmp/b.duckdb", "/tmp/b.duckdb"),
    ],
)
def test_a_path_is_that_of_a_file_however_many_slashes_there_are(to: str, file: str) -> None:
    """Such as where a variable with an absolute path follows the four of one."""
    assert destination_of(to, "experiments").file == Path(file)


@pytest.mark.parametrize("dataset", ["", "No", "a-b", "a" * 49, "1"])
def test_a_dataset_has_a_name_that_all_warehouses_take(dataset: str, tmp_path: Path, duck: DuckDb) -> None:
    """Small letters, digits, underscores."""
    with pytest.raises(ConfigurationError, match="dataset must be"):
        load(tmp_path, duck.url, dataset=dataset)


def test_nothing_to_load_is_named(duck: DuckDb) -> None:
    """An empty list may come from a pattern that found nothing."""
    with pytest.raises(ConfigurationError, match="no directories"):
        load([], duck.url)


CHANGED = [
    ("ALTER TABLE experiments.results DROP COLUMN difference", "the table results has no column difference"),
    ("ALTER TABLE experiments.results ALTER units TYPE VARCHAR", "the column units of results holds text, not bigint"),
    ("DROP TABLE experiments.results", "the table results is gone"),
    ("ALTER TABLE experiments.exports DROP COLUMN options", "the table exports has no column options"),
    ("DROP TABLE experiments.exports", "the table exports is gone"),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("statement", "message"),
    CHANGED,
)
async def test_a_table_that_was_changed_by_hand_is_named(
    statement: str, message: str, tmp_path: Path, duck: DuckDb
) -> None:
    """Before anything is sent; nothing is done to it."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    load(tmp_path / "shop", duck.url)
    for view in ("winners", "current_results"):
        duck.ask(f"DROP VIEW experiments.{view}")
    duck.ask(statement)
    await night(tmp_path / "shop", {"a": rows_of("a", 2)})
    before = duck.ask("SELECT table_name, column_name, data_type FROM information_schema.columns ORDER BY ALL")
    with pytest.raises(LoadError, match=message):
        load(tmp_path / "shop", duck.url)
    assert duck.ask("SELECT table_name, column_name, data_type FROM information_schema.columns ORDER BY ALL") == before


@pytest.mark.slow
async def test_a_column_of_ones_own_stays(tmp_path: Path, duck: DuckDb) -> None:
    """Rows that are replaced have none in it."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1), "b": rows_of("b", 1)})
    load(tmp_path / "shop", duck.url)
    duck.ask("ALTER TABLE experiments.results ADD COLUMN note VARCHAR DEFAULT 'mine'")
    await night(tmp_path / "shop", {"a": rows_of("a", 2)})
    assert load(tmp_path / "shop", duck.url).ok
    notes = duck.ask("SELECT metric_id, min(note) FROM experiments.results GROUP BY 1 ORDER BY 1")
    assert notes == [("a", "mine"), ("b", "mine")]
    assert rows_in(duck) == rows_of_exports(tmp_path / "shop")


@pytest.mark.slow
async def test_rows_of_another_version_are_not_mixed(
    tmp_path: Path, duck: DuckDb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The columns of a dataset never change; another version has another dataset."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    load(tmp_path / "shop", duck.url)
    monkeypatch.setattr("abclient.load._warehouse.SCHEMA_VERSION", 4)
    with pytest.raises(LoadError, match="have rows of version 3, and this is version 4; load to another dataset"):
        load(tmp_path / "shop", duck.url)


async def test_the_load_ends_when_it_is_cancelled(tmp_path: Path, duck: DuckDb) -> None:
    """Between parts; the next one does all of it."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    with pytest.raises(LoadError, match="was interrupted"):
        load(tmp_path / "shop", duck.url, cancelled=lambda: True)
    assert load(tmp_path / "shop", duck.url).sent == 2


@pytest.mark.slow
async def test_two_loads_at_a_time_are_refused(tmp_path: Path, duck: DuckDb) -> None:
    """They would write to the same staging tables."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    refused: list[str] = []

    def meanwhile() -> bool:
        with pytest.raises(LoadError, match=r"another load to duckdb:.* is running") as caught:
            load(tmp_path / "shop", duck.url)
        refused.append(str(caught.value))
        return False

    assert load(tmp_path / "shop", duck.url, cancelled=meanwhile).ok
    assert len(refused) == 1


@pytest.mark.slow
async def test_two_loads_that_work_in_different_places_are_refused(
    tmp_path: Path, duck: DuckDb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of exports in other directories, to the same file by another name."""
    monkeypatch.chdir(tmp_path)
    for place in ("one/shop", "other/app"):
        await night(tmp_path / place, {"a": rows_of("a", 1)})
    (tmp_path / "link.duckdb").symlink_to(duck.path)
    refused: list[str] = []

    def meanwhile() -> bool:
        for name in ("link.duckdb", "warehouse.duckdb"):
            with pytest.raises(LoadError, match=rf"another load to {name} is running") as caught:
                load("other/app", f"duckdb:///{name}")
            refused.append(str(caught.value))
        return False

    assert load(tmp_path / "one/shop", duck.url, cancelled=meanwhile).ok
    assert len(refused) == 2
    assert load("other/app", "duckdb:///link.duckdb").ok
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.duckdb", "one", "other", "warehouse.duckdb"]


@pytest.mark.slow
async def test_a_view_of_ones_own_stays(tmp_path: Path, duck: DuckDb) -> None:
    """Only those that are missing are made."""
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    load(tmp_path / "e", duck.url)
    duck.ask("CREATE OR REPLACE VIEW experiments.winners AS SELECT 'mine' AS own")
    duck.ask("DROP VIEW experiments.current_results")
    load(tmp_path / "e", duck.url)
    assert duck.ask("SELECT own FROM experiments.winners") == [("mine",)]
    assert duck.ask("SELECT count(*) FROM experiments.current_results") == [(2,)]


@pytest.mark.slow
async def test_an_export_that_goes_on_meanwhile(tmp_path: Path, duck: DuckDb) -> None:
    """A part that is replaced while it is read is read again."""
    place = tmp_path / "shop"
    await night(place, {"a": rows_of("a", 1)}, file_format="parquet")
    await night(place, {"b": rows_of("b", 1)}, file_format="parquet")
    nights: list[int] = []

    def meanwhile() -> bool:
        if not nights:
            nights.append(1)
            import threading

            again = night(place, {"a": rows_of("a", 2), "b": rows_of("b", 2)}, file_format="parquet")
            thread = threading.Thread(target=lambda: asyncio.run(again))
            thread.start()
            thread.join()
        return False

    assert load(place, duck.url, cancelled=meanwhile).sent == 4
    assert rows_in(duck) == rows_of_exports(place)


@pytest.mark.slow
async def test_no_place_to_work(tmp_path: Path, duck: DuckDb) -> None:
    """It is named, with the option that gives another."""
    await night(tmp_path / "shop", {"a": rows_of("a", 1)})
    (tmp_path / "file").touch()
    with pytest.raises(LoadError, match=r"file.*--work"):
        load(tmp_path / "shop", duck.url, work=tmp_path / "file")
    assert load(tmp_path / "shop", duck.url, work=tmp_path / "elsewhere").ok


@pytest.mark.slow
@pytest.mark.parametrize("steps", [[5], list(range(len(load_child.STEPS)))], ids=["one", "all"])
def test_a_load_that_is_killed_is_completed_by_the_next(tmp_path: Path, duck: DuckDb, steps: list[int]) -> None:
    """Before and after each of its steps; every row is there once, and those that are gone are not."""
    assert killed_loads(tmp_path / "e", "duckdb", str(duck.path), steps) == ["SIGKILL"] * len(steps)


@pytest.mark.slow
@pytest.mark.parametrize("largest", [2_000, 20_000, 100_000])
def test_a_full_disk_is_named(largest: int, tmp_path: Path, duck: DuckDb) -> None:
    """When the warehouse is made, when rows are prepared, or when they are written; then the same load goes through."""
    asyncio.run(night(tmp_path / "e", {str(key): rows_of(str(key), key) for key in range(200)}))
    ended = subprocess.run(
        [sys.executable, "-c", WITH_SMALL_FILES, str(tmp_path / "e"), duck.url, str(largest)],
        capture_output=True, text=True, timeout=120, check=False, env=environment(),
    )  # fmt: skip
    assert ended.returncode == 3, ended.stderr
    assert ended.stderr.startswith("abclient: ")
    assert "File too large" in ended.stderr
    assert load(tmp_path / "e", duck.url).sent == 400
    assert rows_in(duck) == rows_of_exports(tmp_path / "e")


WITH_SMALL_FILES = """
import resource, sys
from abclient.cli import main
sys.dont_write_bytecode = True  # it would be cut short, too
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
main(["load", sys.argv[1], "--to", sys.argv[2]])
"""


async def test_a_link_to_nothing_stays(tmp_path: Path) -> None:
    """A file that DuckDB cannot make is an error, and what stands in its place is the caller's own."""
    link, gone = tmp_path / "warehouse.duckdb", tmp_path / "unmounted" / "warehouse.duckdb"
    link.symlink_to(gone)
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    with pytest.raises(LoadError, match="it cannot be used"):
        load(tmp_path / "e", f"duckdb:///{link}")
    assert link.readlink() == gone


async def test_a_file_that_is_no_database_stays(tmp_path: Path, duck: DuckDb) -> None:
    """Only what this load has begun is taken away when it cannot be opened."""
    duck.path.write_text("notes")
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    with pytest.raises(LoadError, match="not a valid DuckDB database"):
        load(tmp_path / "e", duck.url)
    assert duck.path.read_text() == "notes"


@pytest.mark.slow
def test_nothing_is_sent_to_others(tmp_path: Path, duck: DuckDb) -> None:
    """Above all, dlt does not tell its makers; no socket is opened, and no name is looked up."""
    asyncio.run(night(tmp_path / "e", {"a": rows_of("a", 1)}))
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_NETWORK, str(tmp_path / "e"), duck.url],
        capture_output=True, text=True, timeout=120, check=True, env=environment(),
    )  # fmt: skip
    assert ended.stdout.splitlines() == ["[]", "False"]


WITHOUT_NETWORK = """
import sys
from abclient.load import load
seen = []
def audit(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        seen.append((event, str(arguments)))
sys.addaudithook(audit)
load(sys.argv[1], sys.argv[2])
import atexit
atexit._run_exitfuncs()
print(seen)
import dlt
print(dlt.config["runtime.dlthub_telemetry"])
"""


@pytest.mark.parametrize("module", ["dlt", "pyarrow.parquet"])
def test_a_missing_library_is_named(module: str, tmp_path: Path, duck: DuckDb, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what installs it."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=r"is not installed: pip install '.*\[load\]'"):
        load(tmp_path, duck.url)


async def test_what_dlt_wants_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A driver, or settings; not the credentials that are there."""
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    monkeypatch.setenv("DESTINATION__CLICKHOUSE__CREDENTIALS", "clickhouse://me:sesame-1234@127.0.0.1:1/db")
    with pytest.raises(ConfigurationError, match=r"dlt\[clickhouse\]") as caught:
        load(tmp_path / "e", "clickhouse")
    assert "sesame" not in str(caught.value)
    monkeypatch.setenv("DESTINATION__POSTGRES__CREDENTIALS__PASSWORD", "sesame-1234")
    with pytest.raises(ConfigurationError, match="Missing") as caught:
        load(tmp_path / "e", "postgres")
    assert "sesame" not in str(caught.value)


async def test_files_have_a_row_once(tmp_path: Path) -> None:
    """Also where two exports have it; a system without locks of files has none here either."""
    await night(tmp_path / "one", {"a": rows_of("a", 1)})
    await night(tmp_path / "all", {"a": rows_of("a", 1), "b": rows_of("b", 2)})
    lake = f"filesystem/file://{tmp_path}/lake"
    assert load([tmp_path / "one", tmp_path / "all"], lake).sent == 4


@pytest.mark.slow
async def test_without_locks(tmp_path: Path, duck: DuckDb, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has none, as Windows, leaves it to the caller."""
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert load(tmp_path / "e", duck.url).sent == 2


@pytest.mark.slow
async def test_a_lock_that_another_load_has_just_removed(
    tmp_path: Path, duck: DuckDb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new one is taken."""
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    taken: list[int] = []

    def take(descriptor: int, destination: str) -> None:
        if not taken:
            (lock,) = tmp_path.glob(".abclient-load-*.lock")
            lock.unlink()
        taken.append(descriptor)

    monkeypatch.setattr("abclient.load._work._take", take)
    assert load(tmp_path / "e", duck.url).sent == 2
    assert len(taken) == 3  # that of the directory twice, and that of the file
