"""Exports of which a file is lost, or is replaced while it is read: neither is taken for an export without it."""

from __future__ import annotations

import gc
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from abclient._files import read_regular
from abclient.export import (
    ExportError,
    Item,
    Plan,
    export_rows,
    mirror_export,
    read_changes,
    read_experiments,
    read_failures,
    read_rows,
    restore_export,
)
from abclient.export import _record as record
from abclient.export._change import Change, Changing
from abclient.export._lock import LOCK
from abclient.export._manifest import Manifest, Part, Run
from abclient.export._record import Record, read_record
from support.ending import EndedError, end_after
from support.records import sealed_anew
from support.rows import a_row


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal although the export is small, in several files."""
    monkeypatch.setattr(record, "FULL", 2000)


class BrokenError(Exception):
    """What a source failed with."""


async def night(directory: Path, *keys: int, units: int = 1, broken: bool = False, **options: Any) -> None:
    """A run that fetches these keys, and may not come to its end."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in keys:
            yield key, [a_row(experiment_id=str(key), units=units)]
        if broken:
            raise BrokenError

    chosen: dict[str, Any] = {"file_format": "jsonl", "part_rows": 2, **options}
    if broken:
        with pytest.raises(BrokenError):
            await export_rows(directory, source, **chosen)
    else:
        await export_rows(directory, source, **chosen)


async def in_files(directory: Path, count: int, **options: Any) -> tuple[int, Record]:
    """An interrupted export whose record is in so many files; the number of its keys, and the record."""
    for keys in range(0, 400, 2):
        await night(directory, keys, keys + 1, broken=True, **options)
        found = read_record(directory)
        assert found is not None
        if len(found.files) >= count:
            return keys + 2, found
    pytest.fail("its record is never in so many files")


READERS: tuple[Callable[[Path], object], ...] = (read_rows, read_experiments, read_failures, read_changes)


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.name != LOCK}


def read(reader: Callable[[Path], Any], directory: Path) -> object:
    found = reader(directory)
    return found if found.__class__.__name__ == "ExportChanges" else list(found)


@pytest.mark.parametrize("file_format", ["jsonl", pytest.param("parquet", marks=pytest.mark.slow)])
@pytest.mark.parametrize("history", [False, True], ids=["alone", "history"])
async def test_whatever_file_of_the_record_is_lost_is_missed(tmp_path: Path, file_format: str, history: bool) -> None:
    """By every reader, and by the next run, which would remove the parts that the lost file named."""
    place = tmp_path / "e"
    options: dict[str, Any] = {"file_format": file_format, "history": history}
    keys, whole = await in_files(place, 4, **options)
    for lost in whole.files[1:]:
        content = (place / lost.name).read_bytes()
        (place / lost.name).unlink()
        before = files(place)
        for reader in READERS:
            with pytest.raises(ExportError, match=r" (is|are) there, but .* one of their files is lost"):
                read(reader, place)
        with pytest.raises(ExportError, match="is lost"):
            await night(place, *range(keys), **options)
        assert files(place) == before
        (place / lost.name).write_bytes(content)
    await night(place, *range(keys), **options)
    assert len(list(read_rows(place))) == keys


async def test_what_is_moved_away_can_be_done_without(tmp_path: Path) -> None:
    """As the message says: the export goes on from what is left, and fetches the rest again."""
    keys, whole = await in_files(tmp_path, 3)
    (tmp_path / whole.files[-1].name).unlink()
    for _ in range(keys):
        try:
            left = list(read_rows(tmp_path))
            break
        except ExportError as error:
            (tmp_path / str(error).removeprefix(f"{tmp_path}: ").partition(" ")[0]).unlink()
    else:
        pytest.fail("the message names no end of files")
    assert 0 < len(left) < keys
    await night(tmp_path, *range(keys))
    assert len(list(read_rows(tmp_path))) == keys


async def two_moments(place: Path, later: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Record, Record]:
    """The record of an interrupted export; and later, when its last file is longer, and has another one behind it."""
    with monkeypatch.context() as patch:
        patch.setattr(record, "FULL", 10**6)
        await night(place, *range(90), broken=True, part_rows=30)
    await night(place, 90, broken=True)
    earlier = further = read_record(place)
    shutil.copytree(place, later)
    keys = 91
    while earlier is not None and further is not None and len(further.files) < 3:
        await night(later, keys, broken=True)
        keys, further = keys + 1, read_record(later)
    assert earlier is not None
    assert further is not None
    assert earlier.files[0] == further.files[0]
    assert earlier.files[1].name == further.files[1].name
    assert earlier.files[1] != further.files[1]
    return earlier, further


async def test_a_journal_that_grows_while_it_is_read_is_not_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of its files may be of another moment than the next one: then both are read again."""
    place, later = tmp_path / "e", tmp_path / "later"
    earlier, _ = await two_moments(place, later, monkeypatch)
    moved: list[str] = []

    def reads(path: Path) -> bytes:
        content = read_regular(path)
        if path.name == earlier.files[-1].name and not moved:
            moved.append(path.name)
            for new in later.iterdir():
                shutil.copyfile(new, place / "new")
                (place / "new").rename(place / new.name)
        return content

    monkeypatch.setattr(record, "read_regular", reads)
    assert list(read_rows(place)) == list(read_rows(later))
    assert moved


async def test_a_record_that_never_stays_the_same_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading ends, although another process writes all the time."""
    await night(tmp_path, 1)
    monkeypatch.setattr(record, "read_regular", replaced)
    with pytest.raises(ExportError, match=r"manifest\.json is written too often to be read"):
        list(read_rows(tmp_path))


def replaced(path: Path) -> bytes:
    """The content of a file, which is another file with the same content then."""
    content = read_regular(path)
    (path.parent / "new").write_bytes(content)
    (path.parent / "new").rename(path)
    return content


async def test_a_record_that_was_read_before_is_read_again_if_it_grew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not if it is still what it was."""
    known, further = await two_moments(tmp_path / "e", tmp_path / "later", monkeypatch)
    assert read_record(tmp_path / "e", known=known) is known
    assert read_record(tmp_path / "later", known=known) == further


@pytest.mark.parametrize("collects", [True, False])
async def test_reading_leaves_the_garbage_collector_as_it_was(tmp_path: Path, collects: bool) -> None:
    """A program that has switched it off finds it off."""
    await night(tmp_path, 1)
    try:
        if not collects:
            gc.disable()
        assert len(list(read_rows(tmp_path))) == 1
        assert gc.isenabled() is collects
    finally:
        gc.enable()


async def test_what_a_crash_leaves_of_a_journal_does_not_count_in_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy ends with the file before it, and the next call removes it."""
    place, later, copy, again = (tmp_path / name for name in ("e", "later", "copy", "again"))
    _, further = await two_moments(place, later, monkeypatch)
    mirror_export(place, f"file://{copy}")
    left = further.files[-1].name
    shutil.copyfile(later / left, copy / left)
    restore_export(f"file://{copy}", again)
    assert list(read_rows(again)) == list(read_rows(place))
    mirror_export(again, f"file://{copy}")
    assert not (copy / left).exists()


async def test_options_may_have_the_names_of_settings(tmp_path: Path) -> None:
    """Such as ``history``: rows for other options are not mixed in."""
    await night(tmp_path, 1, options={"history": "2025", "excel": "no", "file format": "a"})
    for name, value in (("history", "2026"), ("excel", "yes"), ("file format", "b")):
        options = {"history": "2025", "excel": "no", "file format": "a", name: value}
        with pytest.raises(ExportError, match=f"{name} was '.*' and is now '{value}'"):
            await night(tmp_path, 1, options=options)


async def test_a_lost_part_says_what_to_do(tmp_path: Path) -> None:
    """What was exported before is not kept where a part of it is gone."""
    await night(tmp_path, *range(4))
    part = min(tmp_path.glob("part-*"))
    part.unlink()
    said = rf"{part.name}: No such file.*; bring it back from a copy, or export to a new directory"
    with pytest.raises(ExportError, match=said):
        list(read_rows(tmp_path))
    with pytest.raises(ExportError, match=said):
        await night(tmp_path, 1)


async def test_a_manifest_says_nothing_to_terminals(tmp_path: Path) -> None:
    """What a file says of its version is text from elsewhere, and may be long."""
    await night(tmp_path, 1)
    sealed_anew(
        tmp_path / "manifest.json",
        ('"manifest_version": 8', f'"manifest_version": "{"9" * 5000}"'),
        ('"abclient": "', '"abclient": "\\u001b[2J'),
    )
    with pytest.raises(ExportError, match=r"written by abclient '\\x1b") as caught:
        list(read_rows(tmp_path))
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize("history", [False, True], ids=["alone", "history"])
async def test_a_key_that_no_file_can_hold_costs_only_itself(tmp_path: Path, history: bool) -> None:
    """Half of a surrogate pair: it would be in a history and in tables beside rows that files can hold."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in ("1", "half \ud800", "__proto__", "a\nb", "\x00"):
            yield key, [a_row(experiment_id="7", experiment_name=ascii(key))]

    summary = await export_rows(tmp_path, source, file_format="jsonl", history=history)
    assert list(summary.failures) == ["half \ud800"]
    assert summary.failures["half \ud800"].startswith("UnicodeEncodeError: ")
    assert dict(read_changes(tmp_path).keys) == {"1": 1, "__proto__": 1, "a\nb": 1, "\x00": 1}
    assert sum(table.num_rows for table in read_changes(tmp_path).tables()) == 4


def test_many_changes_of_many_parts_are_read_in_time_for_both() -> None:
    """And not for each change of each part: ten times as many of both are far from a hundred times as slow."""
    seconds = [min(time_to_apply(count) for _ in range(3)) for count in (400, 4000)]
    assert seconds[1] < 40 * seconds[0]


def time_to_apply(count: int) -> float:
    """CPU seconds that as many changes take, each of one of as many parts."""
    parts = tuple(Part(file=f"part-{n}", rows=1, bytes=1, sha256="", keys={str(n): 1}) for n in range(count))
    begun = Run(number=1, started=datetime(2026, 1, 1, tzinfo=UTC))
    changing = Changing(Manifest(file_format="csv", options={}, run=begun, parts=parts))
    before = process_time()
    for part in parts:
        changing.apply(Change(parts=[part]))
    assert len(changing.manifest().parts) == count
    return process_time() - before


async def test_a_restoring_that_is_lost_between_two_machines_leaves_no_stranger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy may be further by its runs, and have fewer parts than the directory that is brought to it."""
    here, there, url = tmp_path / "here", tmp_path / "there", f"file://{tmp_path}/copy"
    await night(here, *range(4), history=True)
    shutil.copytree(here, there)
    await night(here, *range(100, 130), history=True)
    await night(there, 1, units=2, history=True)
    await night(there, 1, units=3, history=True)
    mirror_export(there, url)
    for steps in range(40):
        place = tmp_path / f"copy-{steps}"
        shutil.copytree(here, place)
        with monkeypatch.context() as patch:
            end_after(steps, patch)
            try:
                restore_export(url, place)
            except EndedError:
                assert len(list(read_rows(place))) in (34, 4)
            else:
                break
        await night(place, 1, units=4, history=True, mirror=url if steps % 2 else None)
        assert {row.units for row in read_rows(place) if row.experiment_id == "1"} == {4}
    else:
        pytest.fail("it never ends")
