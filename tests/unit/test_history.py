"""The history of an export: after every run, all rows as they were then, each once."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from abclient.export import (
    ExportError,
    HistoryRow,
    Item,
    Plan,
    Summary,
    export_rows,
    read_history,
    read_rows,
)
from abclient.export._history import changes_of, digest_of
from abclient.export._history_codecs import parquet_content, read_parquet
from abclient.export._manifest import History, Snapshot
from abclient.results import COLUMNS, SCHEMA_VERSION, ExperimentInfo, ResultRow
from support.records import sealed_anew
from support.rows import NOW, a_row

Found = list[tuple[int, str, int | None]]
FORMATS: list[dict[str, Any]] = [
    {"file_format": "parquet"},
    {"file_format": "csv"},
    {"file_format": "csv", "excel": True},
    {"file_format": "jsonl"},
]
ODD = '=cmd|" /C calc"!A0\r\né,\u2028'


def row(key: object, units: int, night: int = 1, variation: str | None = None) -> ResultRow:
    name = f"{ODD}{key}"
    fetched = NOW + timedelta(days=night)
    return a_row(experiment_id=str(key), experiment_name=name, variation_id=variation, units=units, fetched_at=fetched)


async def export(directory: Path, *items: Item, **options: Any) -> Summary:
    async def source() -> AsyncIterator[Item]:
        for item in items:
            yield item

    chosen: dict[str, Any] = {"file_format": "jsonl", "history": True, **options}
    return await export_rows(directory, source(), **chosen)


async def three_nights(directory: Path, **options: Any) -> None:
    """Two experiments: of one, the second night is unchanged; of the other, the third has nothing."""
    await export(directory, (1, [row(1, 10, 1, "a"), row(1, 11, 1, "b")]), (2, [row(2, 5)]), **options)
    await export(directory, (1, [row(1, 10, 2, "a"), row(1, 11, 2, "b")]), (2, [row(2, 6, 2)]), **options)
    await export(directory, (1, [row(1, 12, 3, "a"), row(1, 13, 3, "b")]), **options)


def found(directory: Path, **options: Any) -> Found:
    """Run, experiment and units of the history, read as a table, which has the same as rows."""
    read: Any = read_history
    table = read(directory, columns=["experiment_id", "units"], **options)
    rows = read_history(directory, as_="rows", **options)
    assert table.column_names == ["run", "snapshot_at", "experiment_id", "units"]
    as_rows = [(one.run, one.snapshot_at, one.row.experiment_id, one.row.units) for one in rows]
    assert [tuple(line.values()) for line in table.to_pylist()] == as_rows
    return [(run, key, units) for run, _, key, units in as_rows]


@pytest.mark.parametrize("options", FORMATS, ids=str)
async def test_every_run_has_all_rows_as_they_were(tmp_path: Path, options: dict[str, Any]) -> None:
    """What a run found unchanged, or did not fetch, stays as it was; every row is there once in each run."""
    await three_nights(tmp_path, **options)
    assert found(tmp_path) == [
        *((1, "1", 10), (1, "1", 11), (1, "2", 5)),
        *((2, "1", 10), (2, "1", 11), (2, "2", 6)),
        *((3, "1", 12), (3, "1", 13), (3, "2", 6)),
    ]
    assert found(tmp_path, changes=True) == [
        *((1, "1", 10), (1, "1", 11), (1, "2", 5)),
        (2, "2", 6),
        *((3, "1", 12), (3, "1", 13)),
    ]
    assert {each.row for each in read_history(tmp_path, as_="rows") if each.run == 3} == {
        *(row(1, 12, 3, "a"), row(1, 13, 3, "b"), row(2, 6, 2)),
    }
    assert {each.experiment_id for each in read_rows(tmp_path)} == {"1", "2"}


@pytest.mark.parametrize("options", FORMATS, ids=str)
async def test_what_is_unchanged_is_not_written_again(tmp_path: Path, options: dict[str, Any]) -> None:
    """A run that finds the same figures adds nothing to the history but its time."""
    await export(tmp_path, (1, [row(1, 10)]), **options)
    (file,) = tmp_path.glob("_history-*")
    before = file.read_bytes()
    await export(tmp_path, (1, [row(1, 10, 2)]), **options)
    assert [path.read_bytes() for path in tmp_path.glob("_history-*")] == [before]
    assert found(tmp_path) == [(1, "1", 10), (2, "1", 10)]
    fetched = {each.row.fetched_at for each in read_history(tmp_path, as_="rows")}
    assert fetched == {NOW + timedelta(days=1)}  # since when they are so


async def test_a_period_of_runs(tmp_path: Path) -> None:
    """It contains what earlier runs saw and the period did not change; changes are only those of its runs."""
    await three_nights(tmp_path, file_format="parquet")
    second, third = sorted({one.snapshot_at for one in read_history(tmp_path, as_="rows")})[1:]
    assert found(tmp_path, since=second, until=third) == [(2, "1", 10), (2, "1", 11), (2, "2", 6)]
    assert found(tmp_path, since=third, changes=True) == [(3, "1", 12), (3, "1", 13)]
    assert found(tmp_path, until=second, changes=True) == [(1, "1", 10), (1, "1", 11), (1, "2", 5)]
    assert found(tmp_path, since=third + timedelta(days=1)) == []
    assert found(tmp_path, since=third + timedelta(days=1), changes=True) == []


async def test_the_kinds_of_tables(tmp_path: Path) -> None:
    """Each has the columns of rows after the run's, with its library's own types."""
    await three_nights(tmp_path, file_format="parquet")
    frame = read_history(tmp_path, as_="pandas")
    assert [str(frame.dtypes[name]) for name in ("run", "snapshot_at", "vendor", "is_primary", "units", "mean")] == [
        *("Int64", "datetime64[us, UTC]", "category", "boolean", "Int64", "Float64"),
    ]
    by_polars = read_history(tmp_path, as_="polars", columns=["units", "vendor"])
    assert by_polars.columns == ["run", "snapshot_at", "units", "vendor"]
    assert by_polars["units"].to_list() == frame["units"].tolist()
    assert read_history(tmp_path, columns=[]).column_names == ["run", "snapshot_at"]


async def test_rows_that_are_gone_end_with_their_run(tmp_path: Path) -> None:
    """From that run on they are in no state, until there are some again; what was before stays."""
    info = ExperimentInfo(vendor="optimizely", experiment_id="1", status="running")

    async def night(keys: dict[str, list[ResultRow]], **options: Any) -> None:
        async def source(plan: Plan) -> AsyncIterator[Item]:
            plan.keep_only(info, keys)
            for key, rows in keys.items():
                plan.wants(key, info)
                yield key, rows

        await export_rows(tmp_path, source, file_format="jsonl", history=True, **options)

    await night({"a": [row(1, 1)], "b": [row(1, 2)]})
    await night({"a": [row(1, 1)]})
    await night({"a": []}, accept_empty=True)
    await night({"a": []}, accept_empty=True)
    await night({"a": [row(1, 1)]})
    assert found(tmp_path) == [(1, "1", 1), (1, "1", 2), (2, "1", 1), (5, "1", 1)]
    assert found(tmp_path, changes=True) == [(1, "1", 1), (1, "1", 2), (5, "1", 1)]


@pytest.mark.parametrize("options", FORMATS, ids=str)
async def test_a_key_given_twice_in_a_run_counts_once(tmp_path: Path, options: dict[str, Any]) -> None:
    """The last rows are the run's snapshot, however many files were written in between."""
    again = (1, [row(1, 3, 2)]), (2, [row(2, 7, 2)]), (1, [row(1, 4, 2)])
    await export(tmp_path, (1, [row(1, 1)]), **options)
    await export(tmp_path, *again, part_rows=1, **options)
    assert found(tmp_path, changes=True) == [(1, "1", 1), (2, "2", 7), (2, "1", 4)]
    await export(tmp_path, (1, [row(1, 8, 3)]), (1, [row(1, 9, 3)]), part_rows=1, **options)
    assert found(tmp_path)[-2:] == [(3, "1", 9), (3, "2", 7)]


@pytest.mark.parametrize("options", FORMATS, ids=str)
async def test_files_that_are_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any]) -> None:
    """A file grows night by night until it is full; then another begins, and what is replaced is found in any."""
    monkeypatch.setattr("abclient.export._log.FULL", dict.fromkeys(("csv", "jsonl", "parquet"), 3))
    for night in range(1, 5):
        await export(tmp_path, *((key, [row(key, 10 * night + key, night)]) for key in (1, 2)), **options)
    assert len(list(tmp_path.glob("_history-*"))) == 2
    expected = [(night, str(key), 10 * night + key) for night in range(1, 5) for key in (1, 2)]
    assert found(tmp_path) == expected
    twice = [(1, [row(1, night, 5)]) for night in range(4)]
    await export(tmp_path, (3, [row(3, 3)] * 3), *twice, (3, [row(3, 4)]), part_rows=1, **options)
    assert found(tmp_path, changes=True) == [*expected, (5, "1", 3), (5, "3", 4)]


async def test_a_clock_that_goes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs are numbered: two of one date, or of times in the wrong order, stay two, in the order in which they ran."""
    at = [datetime(2026, 3, day, tzinfo=UTC) for day in (2, 3, 1, 3)]
    for night, start in enumerate(at, 1):
        monkeypatch.setattr("abclient.export._run.now", lambda start=start: start)
        monkeypatch.setattr("abclient.export._store.now", lambda start=start: start)
        await export(tmp_path, (1, [row(1, night, night)]))
    assert [(one.run, one.snapshot_at) for one in read_history(tmp_path, as_="rows")] == list(enumerate(at, 1))
    assert found(tmp_path, since=at[1]) == [(2, "1", 2), (4, "1", 4)]
    assert found(tmp_path, until=at[0]) == [(3, "1", 3)]


async def test_directories_with_and_without_a_history_are_not_mixed_up(tmp_path: Path) -> None:
    """Neither becomes the other by a forgotten option, and a history that was never kept is not read as empty."""
    kept, plain = tmp_path / "kept", tmp_path / "plain"
    await export(kept, (1, [row(1, 1)]))
    await export(plain, (1, [row(1, 1)]), history=False)
    with pytest.raises(ExportError, match="history was 'kept' and is now 'not kept'; export to a new directory"):
        await export(kept, (1, [row(1, 2)]), history=False)
    with pytest.raises(ExportError, match="history was 'not kept' and is now 'kept'"):
        await export(plain, (1, [row(1, 2)]))
    with pytest.raises(ExportError, match=r"this export keeps no history: export to a new directory with history=True"):
        read_history(plain)
    with pytest.raises(ExportError, match="there is no export in it"):
        read_history(tmp_path)
    assert [one.units for place in (kept, plain) for one in read_rows(place)] == [1, 1]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def changed(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:9] + bytes([content[9] ^ 1]) + content[10:])


def linked(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


HARM: list[tuple[Callable[[Path], object], str, str | None]] = [
    (Path.unlink, "No such file", "No such file"),
    (cut, "checksum is not the manifest's", "bytes; the manifest says"),
    (changed, "checksum is not the manifest's", None),
    (linked, "Not a file, but a link", "Not a file, but a link"),
]


@pytest.mark.parametrize(("harm", "read", "written"), HARM, ids=lambda case: getattr(case, "__name__", ""))
@pytest.mark.parametrize("file_format", ["parquet", "jsonl"])
async def test_a_damaged_history_is_named(
    tmp_path: Path, harm: Callable[[Path], object], read: str, written: str | None, file_format: str
) -> None:
    """Readers name the file, and another run refuses to go on where it can tell without reading everything."""
    await export(tmp_path, (1, [row(1, 1)]), file_format=file_format)
    (file,) = tmp_path.glob("_history-*")
    harm(file)
    with pytest.raises(ExportError, match=rf"{file.name}.*{read}"):
        read_history(tmp_path)
    with pytest.raises(ExportError, match=rf"{file.name}.*{read}"):
        read_history(tmp_path, as_="rows")
    assert [one.units for one in read_rows(tmp_path)] == [1]
    if written is not None:
        with pytest.raises(ExportError, match=rf"{file.name}.*{written}"):
            await export(tmp_path, (1, [row(1, 1)]), file_format=file_format)


@pytest.mark.parametrize("file_format", ["parquet", "csv", "jsonl"])
async def test_a_history_that_no_codec_can_read(tmp_path: Path, file_format: str) -> None:
    """Even where its checksum is right, it is an error of the export, not of a library."""
    await export(tmp_path, (1, [row(1, 1)]), file_format=file_format)
    (file,) = tmp_path.glob("_history-*")
    size = file.stat().st_size
    for content in (b"x" * size, b"{}\n".ljust(size), b'run\n"'.ljust(size)):
        manifest = next(path for path in tmp_path.iterdir() if "manifest" in path.name)
        before, after = (hashlib.sha256(one).hexdigest() for one in (file.read_bytes(), content))
        sealed_anew(manifest, (before, after))
        file.write_bytes(content)
        with pytest.raises(ExportError, match=f"{file.name} cannot be read: "):
            read_history(tmp_path)
        with pytest.raises(ExportError, match=f"{file.name} cannot be read: "):
            read_history(tmp_path, as_="rows")


LATER = list(COLUMNS)[-4:-2]
"""Columns that rows did not always have."""


def of_an_earlier_schema(content: bytes, file_format: str) -> bytes:
    """The content of a file of snapshots, as a version without the later columns would have written it."""
    if file_format == "parquet":
        return parquet_content(read_parquet(content).drop_columns(LATER))
    if file_format == "jsonl":
        lines = [json.loads(line) for line in content.splitlines()]
        kept = [{name: value for name, value in line.items() if name not in LATER} for line in lines]
        return b"".join(json.dumps(line).encode() + b"\n" for line in kept)
    cells = [line.split(",") for line in content.decode().split("\r\n") if line]
    place = cells[0].index(LATER[0])
    assert cells[0][place : place + len(LATER)] == LATER
    return "".join(",".join(line[:place] + line[place + len(LATER) :]) + "\r\n" for line in cells).encode()


@pytest.mark.parametrize("file_format", ["parquet", "csv", "jsonl"])
async def test_a_history_of_an_earlier_schema_is_read(tmp_path: Path, file_format: str) -> None:
    """No vendor could give it again: what it lacks is null. It is not continued, and current rows are fetched anew."""
    later: dict[str, Any] = dict.fromkeys(LATER, "later")
    full = a_row(experiment_id="1", units=7, **later)
    await export(tmp_path, (1, [full]), file_format=file_format)
    (file,) = tmp_path.glob("_history-*")
    manifest = next(path for path in tmp_path.iterdir() if "manifest" in path.name)
    before = file.read_bytes()
    file.write_bytes(of_an_earlier_schema(before, file_format))
    sealed_anew(
        manifest,
        (hashlib.sha256(before).hexdigest(), hashlib.sha256(file.read_bytes()).hexdigest()),
        (f'"bytes": {len(before)}', f'"bytes": {file.stat().st_size}'),
        (f'"schema_version": {SCHEMA_VERSION}', f'"schema_version": {SCHEMA_VERSION - 1}'),
    )
    missing: dict[str, Any] = dict.fromkeys(LATER)
    assert [one.row for one in read_history(tmp_path, as_="rows")] == [evolve(full, **missing)]
    assert read_history(tmp_path).column_names == ["run", "snapshot_at", *COLUMNS]
    assert read_history(tmp_path, columns=[LATER[0], "units"]).to_pylist()[0] | {"snapshot_at": None} == {
        "run": 1,
        "snapshot_at": None,
        "units": 7,
        LATER[0]: None,
    }
    for use in (lambda: list(read_rows(tmp_path)), lambda: asyncio.run(export(tmp_path, file_format=file_format))):
        with pytest.raises(ExportError, match=f"rows {SCHEMA_VERSION - 1}"):
            await asyncio.to_thread(use)
    sealed_anew(manifest, ('"schema_version": ', '"schema_version": 9'))
    with pytest.raises(ExportError, match=f"rows 9{SCHEMA_VERSION - 1}"):
        read_history(tmp_path)


BAD: list[tuple[dict[str, Any], str]] = [
    ({"since": datetime(2026, 1, 1)}, "since has no time zone"),
    ({"until": datetime(2026, 1, 1)}, "until has no time zone"),
    ({"as_": "excel"}, "as_ must be one of arrow, pandas, polars, rows, not 'excel'"),
    ({"columns": "units"}, "columns is 'units': give a list of names"),
    ({"since": "2026-01-01"}, "since is '2026-01-01': give a datetime with a time zone"),
    ({"columns": ["units"], "as_": "rows"}, "rows have all columns: leave out columns"),
    ({"columns": ["units", "unit", "run"]}, "rows have no columns 'unit', 'run'"),
]


@pytest.mark.parametrize(("options", "message"), BAD)
def test_bad_arguments_are_named(tmp_path: Path, options: dict[str, Any], message: str) -> None:
    """Before anything is read."""
    with pytest.raises((ValueError, TypeError), match=message):
        read_history(tmp_path, **options)


async def test_an_export_that_has_seen_nothing(tmp_path: Path) -> None:
    """Its history is empty, in every kind, with all columns."""
    await export(tmp_path)
    assert (read_history(tmp_path).num_rows, read_history(tmp_path, as_="rows")) == (0, list[HistoryRow]())
    assert len(read_history(tmp_path, as_="pandas")) == len(read_history(tmp_path, as_="polars")) == 0


ONE, TWO, SAME = [row(1, 1)], [row(1, 2)], [row(1, 1, 9)]
BEFORE = {"k": Snapshot(3, digest_of(ONE))}
DECISIONS: list[
    tuple[str, dict[str, Snapshot], dict[str, list[ResultRow]], list[str], set[str], set[str], set[str]]
] = [
    ("a new key", {}, {"k": ONE}, [], {"k"}, set(), set()),
    ("a new key without rows", {}, {"k": []}, [], set(), set(), set()),
    ("the same rows, fetched later", BEFORE, {"k": SAME}, [], set(), set(), set()),
    ("other rows", BEFORE, {"k": TWO}, [], {"k"}, set(), set()),
    ("no rows any more", BEFORE, {"k": []}, [], set(), set(), {"k"}),
    ("a key removed", BEFORE, {}, ["k"], set(), set(), {"k"}),
    ("a key removed that never had rows", {}, {}, ["k"], set(), set(), set()),
    ("a key removed again", {"k": Snapshot(4, "")}, {}, ["k"], set(), set(), set()),
    ("rows again", {"k": Snapshot(4, "")}, {"k": ONE}, [], {"k"}, set(), set()),
    ("other rows in the same run", {"k": Snapshot(5, "0" * 16)}, {"k": ONE}, [], {"k"}, {"k"}, set()),
    ("the same rows in the same run", {"k": Snapshot(5, digest_of(ONE))}, {"k": ONE}, [], set(), set(), set()),
    ("gone in the same run", {"k": Snapshot(5, "0" * 16)}, {"k": []}, [], set(), {"k"}, {"k"}),
]


@pytest.mark.parametrize(
    ("latest", "rows", "removed", "kept", "replaced", "lost"),
    [case[1:] for case in DECISIONS],
    ids=[c[0] for c in DECISIONS],
)
def test_what_is_kept(
    latest: dict[str, Snapshot],
    rows: dict[str, list[ResultRow]],
    removed: list[str],
    kept: set[str],
    replaced: set[str],
    lost: set[str],
) -> None:
    """In run 5: rows that differ from the newest snapshot, and that a key has none any more."""
    changes = changes_of(History(latest=latest), 5, rows, removed)
    assert (set(changes.snapshots), set(changes.replaced), set(changes.removed)) == (kept, replaced, lost)
    assert set(changes.removed.values()) <= {(5,)}
    assert {key: one.run for key, one in changes.latest.items()} == dict.fromkeys(kept | lost, 5)
