"""What has changed in an export since a run: enough to bring a copy up to date, and no more."""

from __future__ import annotations

import json
import math
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from abclient.errors import ExportError
from abclient.export import FileFormat, Item, Plan, export_rows, read_changes, read_history, read_rows
from abclient.export._record import read_manifest
from abclient.results import ExperimentInfo, ResultRow, from_arrow
from support.records import sealed_json
from support.rows import a_row

INFO = ExperimentInfo(vendor="optimizely", experiment_id="1")


def rows_of(key: str, units: int, variations: Sequence[str] = ("a", "b")) -> list[ResultRow]:
    return [a_row(experiment_id=key, metric_id="m", variation_id=one, units=units) for one in variations]


async def night(directory: Path, found: dict[str, Any], keep: Sequence[str] | None = None, **options: Any) -> None:
    """A run that fetches these keys, of an experiment that has only ``keep`` if that is given."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        if keep is not None:
            plan.keep_only(INFO, keep)
        for key, rows in found.items():
            plan.wants(key, INFO)
            yield key, rows

    await export_rows(directory, source, **options)


@pytest.fixture(params=["csv", "jsonl", "parquet"])
def file_format(request: pytest.FixtureRequest) -> FileFormat:
    name: FileFormat = request.param
    return name


async def test_a_copy_follows(tmp_path: Path, file_format: FileFormat) -> None:
    """Each key's rows of now, nothing of keys that failed or were not fetched, and the names of those that are gone."""
    place = tmp_path / "export"
    await night(place, {"1": rows_of("1", 1), "2": rows_of("1", 2), "3": rows_of("1", 3)}, file_format=file_format)
    first = read_changes(place)
    assert (first.run, dict(first.keys), first.removed) == (1, {"1": 2, "2": 2, "3": 2}, frozenset())
    assert [row for _, rows in first.rows() for row in rows] == list(read_rows(place))
    assert not read_changes(place, after_run=1)

    again = {"1": rows_of("1", 9), "2": ValueError("no")}
    await night(place, again, keep=["1", "2"], file_format=file_format)
    second = read_changes(place, after_run=1)
    assert (second.run, dict(second.keys), second.removed, second.failures) == (2, {"1": 2}, frozenset({"3"}), 1)
    assert dict(second.rows()) == {"1": again["1"]}
    assert second.export_id == first.export_id

    await night(place, {"3": rows_of("1", 4)}, file_format=file_format)
    third = read_changes(place, after_run=2)
    assert (dict(third.keys), third.removed) == ({"3": 2}, frozenset())
    assert bool(third)


async def test_tables_have_the_same_rows(tmp_path: Path, file_format: FileFormat) -> None:
    """With the key of each."""
    await night(tmp_path / "export", {"1": rows_of("1", 1), "2": rows_of("1", 2, "abc")}, file_format=file_format)
    await night(tmp_path / "export", {"2": rows_of("1", 5, "ab")}, file_format=file_format)
    (table,) = read_changes(tmp_path / "export", after_run=1).tables()
    assert table["export_key"].to_pylist() == ["2", "2"]
    assert from_arrow(table.drop_columns(["export_key"])) == rows_of("1", 5, "ab")


async def test_a_run_that_is_not_complete_is_read_again(tmp_path: Path) -> None:
    """What it has fetched is among the changes at once, and again when it has gone on."""
    place = tmp_path / "export"
    await night(place, {"1": rows_of("1", 1)})

    async def fails() -> AsyncIterator[Item]:
        yield "1", rows_of("1", 2)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await export_rows(place, fails())
    changes = read_changes(place, after_run=1)
    assert (changes.run, dict(changes.keys)) == (1, {"1": 2})
    await night(place, {"2": rows_of("1", 3)})
    assert (read_changes(place, after_run=1).run, set(read_changes(place, after_run=1).keys)) == (2, {"1", "2"})


async def test_a_key_without_rows_has_changed(tmp_path: Path) -> None:
    """If its rows were removed on purpose."""
    await night(tmp_path / "export", {"1": rows_of("1", 1)})
    await night(tmp_path / "export", {"1": []}, accept_empty=True)
    changes = read_changes(tmp_path / "export", after_run=1)
    assert dict(changes.keys) == {"1": 0}
    assert list(changes.rows()) == []


async def test_history(tmp_path: Path, file_format: FileFormat) -> None:
    """What complete runs found changed, each row once, as ``read_history`` gives it."""
    place = tmp_path / "export"
    for units in (1, 1, 2):
        found = {"1": rows_of("1", units), "2": rows_of("1", 7)}
        await night(place, found, history=True, file_format=file_format)
    changes = read_changes(place)
    tables = list(changes.history_tables())
    expected = read_history(place, as_="rows", changes=True)
    got = [
        (run, at, row)
        for table in tables
        for run, at, row in zip(
            table["run"].to_pylist(),
            table["snapshot_at"].to_pylist(),
            from_arrow(table.drop_columns(["run", "snapshot_at", "export_key"])),
            strict=True,
        )
    ]
    assert changes.keeps_history
    assert got == [tuple(one) for one in expected]
    later = [run for table in read_changes(place, after_run=1).history_tables() for run in table["run"].to_pylist()]
    assert later == [3, 3]


@pytest.mark.parametrize("after_run", [-1, 2])
async def test_another_export_is_not_taken_for_it(tmp_path: Path, after_run: int) -> None:
    """A run that it never had."""
    await night(tmp_path / "export", {"1": rows_of("1", 1)})
    with pytest.raises(ExportError, match=f"no changes after run {after_run}"):
        read_changes(tmp_path / "export", after_run=after_run)


async def test_a_replaced_part_is_named(tmp_path: Path) -> None:
    """An export that goes on meanwhile does not give half of each."""
    place = tmp_path / "export"
    await night(place, {"1": rows_of("1", 1)}, file_format="parquet")
    changes = read_changes(place)
    await night(place, {"1": rows_of("1", 2)}, file_format="parquet")
    with pytest.raises(ExportError, match="its checksum is not the manifest's"):
        list(changes.tables())


async def of_version(version: int, place: Path, *, history: bool = True) -> dict[str, Any]:
    """The manifest of an export with two keys, as an earlier version would have written it."""
    await night(place, {"1": rows_of("1", 1), "2": rows_of("1", 2)}, history=history)
    document: dict[str, Any] = json.loads((place / "manifest.json").read_text()) | {"manifest_version": version}
    del document["journal"], document["sha256"]
    before = read_manifest(place)
    assert before
    document["done"] = {key: one._asdict() for key, one in before.done.items()}
    if before.history:
        document["history"]["latest"] = before.history.latest
    if version == 6:
        del document["removed"]
    return document


@pytest.mark.parametrize(("version", "history"), [(6, True), (7, True), (7, False)])
async def test_manifests_of_versions_before_are_read(
    tmp_path: Path, version: int, history: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They had no journal, checksum or columns; the first change writes one of this version."""
    place = tmp_path / "export"
    manifest = place / "manifest.json"
    document = await of_version(version, place, history=history)
    before = read_manifest(place)
    assert before
    manifest.write_text(json.dumps(document))
    monkeypatch.setattr("abclient.export._record.FULL", 0)  # which would not write a whole one
    after = read_manifest(place)
    assert after == evolve(before, journal=0)
    assert dict(read_changes(place).keys) == {"1": 2, "2": 2}
    await night(place, {"1": rows_of("1", 1)}, resume_within=timedelta(0), history=history)
    assert '"manifest_version": 8' in manifest.read_text()
    assert dict(read_changes(place, after_run=1).keys) == {"1": 2}


DAMAGES: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("a key lacks its run", lambda document: document["done"]["1"].pop("run")),
    ("a key says more", lambda document: document["done"]["1"].update(more=1)),
    ("a key is a list", lambda document: document["done"].update({"1": [1, "ended", None, None, None, None]})),
    ("a run is a list", lambda document: document["done"]["1"].update(run=[1, 1])),
    ("an experiment is text", lambda document: document["done"]["1"].update(experiment="optim")),
    ("an experiment is short", lambda document: document["done"]["1"].update(experiment=["optimizely", None])),
    ("an experiment is nothing", lambda document: document["done"]["1"].update(experiment=[None] * 5)),
    ("a snapshot is long", lambda document: document["history"]["latest"].update({"1": [1, "", 1]})),
    ("all snapshots are long", lambda document: document["history"].update(latest={"1": [1, "", 1], "2": [1, "", 1]})),
    ("a snapshot is text", lambda document: document["history"]["latest"].update({"1": "1a"})),
    ("an option is no number", lambda document: document.update(options={"limit": math.nan})),
    ("it has a checksum", lambda document: document.update(sha256="0" * 64)),
    ("it has a journal", lambda document: document.update(journal=1)),
]


@pytest.mark.parametrize("change", [case[1] for case in DAMAGES], ids=[case[0] for case in DAMAGES])
async def test_damaged_manifests_of_versions_before_are_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    """Without a checksum, only what they say shows it; that a name is there twice, too."""
    document = await of_version(7, tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps(document).replace('"1": ', '"1": 1, "1": ', 1))
    with pytest.raises(ExportError, match=r"manifest\.json is damaged \(.*twice"):
        list(read_rows(tmp_path))
    change(document)
    (tmp_path / "manifest.json").write_text(json.dumps(document))
    with pytest.raises(ExportError, match=r"manifest\.json is damaged"):
        list(read_rows(tmp_path))


async def test_a_manifest_of_a_version_before_has_no_checksum(tmp_path: Path) -> None:
    """One that has it, and a right one, was written by neither version."""
    document = await of_version(7, tmp_path)
    (tmp_path / "manifest.json").write_bytes(sealed_json(document))
    with pytest.raises(ExportError, match=r"manifest\.json is damaged \(.*more than manifests of that version"):
        list(read_rows(tmp_path))
