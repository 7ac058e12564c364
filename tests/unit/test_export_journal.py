"""The record of an export with a journal: it says what a whole manifest says, and costs what has changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve

from abclient._files import read_regular
from abclient.errors import ExportError
from abclient.export import (
    Item,
    Plan,
    export_rows,
    mirror_export,
    read_changes,
    read_failures,
    read_history,
    read_rows,
    restore_export,
)
from abclient.export import _record as record
from abclient.export._directory import Directory
from abclient.export._manifest import Manifest
from abclient.export._objects import Objects
from abclient.export._record import read_manifest, read_record
from abclient.results import ExperimentInfo, ResultRow
from support.cases import a_third_every_run, one_every_run
from support.ending import EndedError, end_after
from support.records import sealed_anew, sealed_json
from support.rows import NOW, a_row

KEYS = 32
FORMATS = pytest.mark.parametrize("file_format", one_every_run(["parquet", "csv", "jsonl"]))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal although the export is small, in several files."""
    monkeypatch.setattr(record, "FULL", 700)


def info(key: int) -> ExperimentInfo:
    return ExperimentInfo(vendor="optimizely", experiment_id=str(key), status="ended", started_at=NOW)


def rows_of(key: int, units: int, count: int = 2) -> list[ResultRow]:
    given: dict[str, Any] = {"experiment_id": str(key), "experiment_name": 'a "name",\r\nof two lines', "units": units}
    return [a_row(**given, variation_id=str(place)) for place in range(count)]


async def night(directory: Path, found: dict[int, Any], gone: frozenset[int] = frozenset(), **options: Any) -> None:
    """A run that fetches these keys; experiments have lost those that are gone, and have another one."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in gone:
            plan.keep_only(info(key), [f"new {key}"])
            yield f"new {key}", rows_of(key, 1)
        for key, rows in found.items():
            plan.wants(key, info(key))
            plan.allocate(key, {"a": 0.5, "b": 0.5})
            yield key, rows

    chosen: dict[str, Any] = {"part_rows": 6, **options}
    await export_rows(directory, source, **chosen)


async def nights(directory: Path, seed: int, **options: Any) -> None:
    """A few nights in which some keys change, fail, lose rows, and are gone."""
    rng = Random(seed)
    await night(directory, {key: rows_of(key, 1) for key in range(KEYS)}, **options)
    for number in range(2, 6):
        found: dict[int, Any] = {}
        for key in rng.sample(range(KEYS), 9):
            found[key] = rng.choice(
                [rows_of(key, number), rows_of(key, number, 1), rows_of(key, number, 3), [], ValueError("no")]
            )
        gone = frozenset(rng.sample(range(KEYS), 2)) - found.keys()
        await night(directory, found, gone, accept_empty=rng.random() < 0.5, **options)


def timeless(manifest: Manifest | None) -> object:
    """What a manifest says, without times and what depends on whether there is a journal."""
    assert manifest is not None
    history = manifest.history and evolve(manifest.history, starts=())
    parts = [evolve(part, bytes=1, sha256="") for part in manifest.parts]
    kept = history and evolve(history, parts=tuple(evolve(part, bytes=1, sha256="") for part in history.parts))
    names = {one.file: one.file.replace(manifest.mark, "") for one in manifest.files}
    run = (manifest.run.number, manifest.run.finished is None)
    said = repr((parts, manifest.done, manifest.failures, manifest.removed, manifest.next_part, kept, run))
    for name, without in names.items():
        said = said.replace(name, without)
    return said


@FORMATS
@pytest.mark.parametrize("seed", one_every_run([1, 2]))
async def test_it_says_what_a_whole_manifest_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_format: str, seed: int
) -> None:
    """After nights in which keys change, fail, lose rows and are gone; so do all readers."""
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    await nights(whole, seed, file_format=file_format, history=True)
    monkeypatch.setattr(record, "FULL", 700)
    await nights(parted, seed, file_format=file_format, history=True)
    assert [path.name for path in whole.glob("_journal-*")] == []
    assert [path.name for path in parted.glob("_journal-*")] != []
    assert timeless(read_manifest(parted)) == timeless(read_manifest(whole))
    assert list(read_rows(parted)) == list(read_rows(whole))
    assert read_failures(parted) == read_failures(whole)
    for run in range(6):
        one, other = read_changes(parted, after_run=run), read_changes(whole, after_run=run)
        assert (one.keys, one.removed, list(one.rows())) == (other.keys, other.removed, list(other.rows()))
    rows = [[(one.run, one.row) for one in read_history(place, as_="rows")] for place in (parted, whole)]
    assert rows[0] == rows[1]


class Written:
    """What is written to the record of exports, and how often."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.puts: list[tuple[str, int]] = []
        put = Directory.put

        def noted(directory: Directory, name: str, content: bytes) -> None:
            self.puts.append((name, len(content)))
            put(directory, name, content)

        monkeypatch.setattr(Directory, "put", noted)

    @property
    def bytes(self) -> int:
        return sum(size for _, size in self.puts)


async def test_what_is_written_grows_with_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: None
) -> None:
    """Not with their square, however many parts there are: four times the keys are far from 16 times the bytes in all.

    They are not just four times as many, because manifests are written in steps.
    """
    written = Written(monkeypatch)
    sizes: list[int] = []
    for count in (250, 1000):
        before = written.bytes
        await night(tmp_path / str(count), {key: rows_of(key, 1, 1) for key in range(count)})
        sizes.append(written.bytes - before)
        assert len(list((tmp_path / str(count)).glob("part-*"))) == -(-count // 6)
    assert sizes[1] <= 5.5 * sizes[0]
    record = read_record(tmp_path / "1000")
    assert record is not None
    assert sum(one.bytes for one in record.files[1:]) <= record.files[0].bytes


@FORMATS
async def test_a_night_that_changes_one_key_writes_no_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_format: Any, small: None
) -> None:
    """Neither here nor in the copy: a part, and a few hundred bytes of a journal for each of three steps."""
    place, url = tmp_path / "e", f"file://{tmp_path}/copy"
    with monkeypatch.context() as patch:
        patch.setattr(record, "FULL", 10**6)
        first = {key: rows_of(key, 1) for key in range(900)}
        await night(place, first, file_format=file_format, mirror=url, part_rows=100)
    await night(place, {8: rows_of(8, 2)}, file_format=file_format, mirror=url)
    written, sent = Written(monkeypatch), dict[str, int]()
    got: list[str] = []
    write, read = Objects.write, Objects.read

    def writes(objects: Objects, name: str, content: bytes) -> None:
        sent[name] = sent.get(name, 0) + len(content)
        write(objects, name, content)

    def reads(objects: Objects, name: str, most: int | None = None) -> bytes | None:
        content = read(objects, name, most)
        got.append(f"{name} {len(content or b'') > 2000}")
        return content

    monkeypatch.setattr(Objects, "write", writes)
    monkeypatch.setattr(Objects, "read", reads)
    await night(place, {7: rows_of(7, 2)}, file_format=file_format, mirror=url)
    footer = 6000 if file_format == "parquet" else 0
    assert all(name.startswith("_journal-") and size <= 1400 + footer for name, size in written.puts)
    assert len(written.puts) == 3
    assert sum(name.startswith("_part-") for name in sent) == 1
    assert not any("manifest" in name for name in sent)
    assert not [name for name in got if "manifest" in name and name.endswith("True")]
    restore_export(url, tmp_path / "again")
    assert list(read_rows(tmp_path / "again")) == list(read_rows(place))
    changes = read_changes(place, after_run=2)
    assert (dict(changes.keys), dict(changes.rows())) == ({"7": 2}, {"7": rows_of(7, 2)})


def entry(**values: Any) -> Callable[[dict[str, Any]], object]:
    return lambda document: document["changes"][0].update(values)


DAMAGES: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("it follows nothing", lambda document: document.update(follows="0" * 64)),
    ("it follows a number", lambda document: document.update(follows=1)),
    ("it says more", lambda document: document.update(more=1)),
    ("changes are an object", lambda document: document.update(changes={})),
    ("a change is text", lambda document: document.update(changes=["done"])),
    ("a change says more", entry(more=1)),
    ("a change lacks its keys", lambda document: document["changes"][0].pop("done")),
    ("a part leads elsewhere", lambda document: document["changes"][0]["parts"][0].update(file="../part-000001.csv")),
    ("a part has other rows", lambda document: document["changes"][0]["parts"][0].update(rows=9)),
    ("a part counts backwards", lambda document: document["changes"][0]["parts"][0].update(keys={"0": -1})),
    ("a part is gone that never was", entry(gone=["part-000099-0badcafe.csv"])),
    ("a part is gone that has rows", lambda document: document["changes"][0].update(gone=["x"], parts=[])),
    ("a key is done in a run to come", lambda document: document["changes"][0]["done"].update(run=99)),
    ("a key is done in text", lambda document: document["changes"][0]["done"].update(run="gone")),
    ("a key is done that has no columns", entry(done={"key": ["0"]})),
    ("a key is forgotten that is a number", entry(forgotten=[0])),
    ("a key is forgotten that has rows", entry(forgotten=["0"])),
    ("a failure is a number", entry(failures={"0": 1})),
    ("a run is yet to come", entry(removed={"0": 7})),
    ("the next part is there already", entry(next_part=1)),
    ("a run that is text", entry(run="1")),
    ("a history that is text", entry(history="1")),
]


@pytest.mark.parametrize("change", a_third_every_run(case[1] for case in DAMAGES), ids=[case[0] for case in DAMAGES])
async def test_a_damaged_journal_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], small: None
) -> None:
    """As a damaged manifest is: by readers, and by the next run, which changes nothing."""
    await night(tmp_path, {key: rows_of(key, 1) for key in range(KEYS)})
    await night(tmp_path, {1: rows_of(1, 2), 100: rows_of(100, 2)})
    documents = {path: json.loads(path.read_text()) for path in tmp_path.glob("_journal-*")}
    path = next(path for path, document in documents.items() if document["changes"][0]["parts"])
    change(documents[path])
    path.write_bytes(sealed_json(documents[path]))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(ExportError, match=r"_journal-\d{6}-\w{8}\.json is damaged"):
        list(read_rows(tmp_path))
    with pytest.raises(ExportError, match=r"_journal-\d{6}-\w{8}\.json is damaged"):
        await night(tmp_path, {1: rows_of(1, 2)})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


async def test_a_manifest_that_was_edited_is_not_taken_for_an_older_export(tmp_path: Path, small: None) -> None:
    """Its journal does not follow it."""
    await night(tmp_path, {key: rows_of(key, 1) for key in range(KEYS)})
    sealed_anew(tmp_path / "manifest.json", ('"noted": {}', '"noted": {"x": "y"}'))
    with pytest.raises(ExportError, match=r"it does not follow manifest\.json"):
        list(read_rows(tmp_path))


def nothing(directory: Directory, names: object) -> None:
    """What a process did that was killed before."""


async def test_what_a_crash_leaves_of_a_journal_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: None
) -> None:
    """A manifest was written that does not need it; the next run removes it."""
    await night(tmp_path, {key: rows_of(key, 1) for key in range(KEYS)})
    assert list(tmp_path.glob("_journal-*"))
    monkeypatch.setattr(record, "FULL", 10**6)
    with monkeypatch.context() as patch:
        patch.setattr(Directory, "remove", nothing)
        patch.setattr(Directory, "sweep", nothing)
        await night(tmp_path, {1: rows_of(1, 2)})
    assert list(tmp_path.glob("_journal-*"))
    kept = read_manifest(tmp_path)
    assert kept is not None
    assert kept.run.number == 2
    assert {row.units for row in read_rows(tmp_path) if row.experiment_id == "1"} == {2}
    await night(tmp_path, {1: rows_of(1, 3)})
    assert list(tmp_path.glob("_journal-*")) == []


async def test_a_new_manifest_is_read_where_the_journal_of_the_old_one_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: None
) -> None:
    """An export that goes on while it is read does not look like an older one."""
    place, other = tmp_path / "e", tmp_path / "other"
    await night(place, {key: rows_of(key, 1) for key in range(KEYS)})
    shutil.copytree(place, other)
    monkeypatch.setattr(record, "FULL", 10**6)
    await night(other, {1: rows_of(1, 2)})
    read = read_regular
    moved: list[str] = []

    def reads(path: Path) -> bytes:
        content = read(path)
        if path.name == "manifest.json" and not moved:
            moved.append(path.name)
            for old in place.glob("_journal-*"):
                old.unlink()
            for new in other.iterdir():
                shutil.copyfile(new, place / f"{new.name}.new")
                (place / f"{new.name}.new").rename(place / new.name)
        return content

    monkeypatch.setattr(record, "read_regular", reads)
    assert {row.units for row in read_rows(place) if row.experiment_id == "1"} == {2}
    assert moved


@pytest.mark.parametrize("file_format", ["jsonl", pytest.param("parquet", marks=pytest.mark.slow)])
async def test_a_directory_is_whole_at_any_moment_of_being_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_format: Any, small: None
) -> None:
    """Whenever it is lost, the directory has what it had or what the copy has, and the next one goes on."""
    here, there, url = tmp_path / "here", tmp_path / "there", f"file://{tmp_path}/copy"
    await night(here, {key: rows_of(key, 1) for key in range(KEYS)}, file_format=file_format)
    shutil.copytree(here, there)
    await night(there, {1: rows_of(1, 2), 99: rows_of(99, 2)}, file_format=file_format)
    mirror_export(there, url)
    old, new = list(read_rows(here)), list(read_rows(there))
    ends: list[list[ResultRow]] = []
    for steps in range(40):
        copy = tmp_path / f"copy-{steps}"
        shutil.copytree(here, copy)
        with monkeypatch.context() as patch:
            end_after(steps, patch)
            try:
                restore_export(url, copy)
            except EndedError:
                ends.append(list(read_rows(copy)))
                assert ends[-1] in (old, new)
            else:
                assert list(read_rows(copy)) == new
                break
        restore_export(url, copy)
        assert list(read_rows(copy)) == new
        await night(copy, {2: rows_of(2, 3)}, file_format=file_format)
    assert ends[0] == old
    assert ends[-1] == new
