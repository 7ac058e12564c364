"""Directories that an export cannot use: each is named with the reason, and nothing in it is touched."""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from abclient.export import ExportError, Item, export_rows, read_rows
from abclient.export._lock import LOCK
from abclient.results import SCHEMA_VERSION
from support.records import sealed_json
from support.rows import a_row


async def source() -> AsyncIterator[Item]:
    for key in range(4):
        yield key, [a_row(experiment_id=str(key))]


async def export(directory: Path, **options: Any) -> None:
    chosen: dict[str, Any] = {"file_format": "csv", "part_rows": 2, **options}
    await export_rows(directory, source(), **chosen)


def contents(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.name != LOCK}


def edited(**changes: Any) -> Callable[[Path], object]:
    """Change the manifest."""

    def edit(directory: Path) -> None:
        path = directory / "manifest.json"
        path.write_bytes(sealed_json(json.loads(path.read_text("utf-8")) | changes))

    return edit


def first_part(**changes: Any) -> Callable[[Path], object]:
    """Change what the manifest says of the first part."""

    def edit(directory: Path) -> None:
        document = json.loads((directory / "manifest.json").read_text("utf-8"))
        document["parts"][0] |= changes
        edited(**document)(directory)

    return edit


def part(number: int, directory: Path) -> Path:
    """The n-th part."""
    return sorted(directory.glob("part-*"))[number - 1]


HARM: list[tuple[str, Callable[[Path], object], str]] = [
    (
        "no manifest",
        lambda place: (place / "manifest.json").unlink(),
        r"it holds part-000001-\w+\.csv but no manifest\.json",
    ),
    ("half a manifest", lambda place: (place / "manifest.json").write_text('{"manifest_version": 1, "sch'), "damaged"),
    ("an empty manifest", lambda place: (place / "manifest.json").write_text(""), "damaged"),
    ("a deep manifest", lambda place: (place / "manifest.json").write_text("[" * 100_000), "damaged"),
    ("another manifest", lambda place: (place / "manifest.json").write_text("[]"), "damaged"),
    (
        "a later manifest",
        edited(manifest_version=9),
        rf"written by abclient 0\..* \(manifest 8, rows {SCHEMA_VERSION}\)",
    ),
    (
        "an earlier manifest",
        edited(manifest_version=5),
        rf"\(manifest 5, rows {SCHEMA_VERSION}\).*: export to a new directory",
    ),
    (
        "rows of an earlier schema",
        edited(schema_version=1, options={"vendor": "launchdarkly", "project": "my shop", "environment": "e"}),
        r"fetched: abclient export launchdarkly --project 'my shop' --environment e --format csv --out NEW_DIRECTORY\n",
    ),
    (
        "rows of an earlier schema, for Excel",
        edited(schema_version=1, options={"vendor": "convert", "project": None}, excel=True),
        r"abclient export convert --format csv --excel --out NEW_DIRECTORY(?m:$)",
    ),
    (
        "rows of an earlier schema, of nobody",
        edited(schema_version=1, options=[]),
        r"fetched: export to a new directory(?m:$)",
    ),
    ("rows of a later schema", edited(schema_version=9, abclient="3.0"), r"written by abclient 3\.0 .*, rows 9\)"),
    ("an unknown format", edited(file_format="xlsx"), "damaged"),
    ("a part from elsewhere", first_part(file="../part-000001.csv"), "damaged"),
    ("a part without a checksum", edited(parts=[{"file": "part-000001.csv"}]), "damaged"),
    ("rows of nobody", edited(done={}), "damaged"),
    ("a part gone", lambda place: part(2, place).unlink(), r"part-000002-\w+\.csv: No such file"),
    ("half a part", lambda place: part(1, place).write_text("vendor"), r"has 6 bytes; the manifest says"),
]


@pytest.mark.parametrize(("harm", "message"), [case[1:] for case in HARM], ids=[case[0] for case in HARM])
async def test_a_damaged_export_is_not_written_to(tmp_path: Path, harm: Callable[[Path], object], message: str) -> None:
    """The error says what is wrong with which file, and everything stays as it was found."""
    place = tmp_path / "out"
    await export(place)
    harm(place)
    before = contents(place)
    with pytest.raises(ExportError, match=message) as caught:
        await export(place)
    assert str(caught.value).startswith(f"{place}: ")
    assert caught.value.directory == place
    assert contents(place) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"file_format": "jsonl"}, "file format was 'csv' and is now 'jsonl'"),
        ({"options": {"project": 8}}, "project was 7 and is now 8"),
        ({"options": {"project": 8}, "file_format": "jsonl", "history": True}, "project was 7 and is now 8"),
        ({"options": {}}, "project was 7 and is now None"),
        ({"options": {"project": 7, "segment": "mobile"}}, "segment was None and is now 'mobile'"),
        ({"options": {"project": [7]}}, r"project was 7 and is now \[7\]"),
    ],
)
async def test_an_export_of_something_else_is_not_mixed_in(
    tmp_path: Path, options: dict[str, Any], message: str
) -> None:
    """Another format or other options need another directory."""
    await export(tmp_path, options={"project": 7})
    with pytest.raises(ExportError, match=f"{message}; export to a new directory"):
        await export(tmp_path, **{"options": {"project": 7}, **options})


async def test_the_order_of_a_list_is_no_other_option(tmp_path: Path) -> None:
    """The same segments in another order are the same rows; others are not."""
    await export(tmp_path, options={"segments": ["b", "a"]})
    await export(tmp_path, options={"segments": ["a", "b"]})
    for other in (["a"], ["a", "b", "b"], ["a", "c"], "ab"):
        with pytest.raises(ExportError, match=r"segments was .* and is now"):
            await export(tmp_path, options={"segments": other})


async def test_a_changed_part_is_found_when_it_is_read(tmp_path: Path) -> None:
    """One changed byte of a figure does not pass as the vendor's."""
    await export(tmp_path)
    first = part(1, tmp_path)
    first.write_bytes(first.read_bytes().replace(b"optimizely,,,1,", b"optimizely,,,7,"))
    with pytest.raises(ExportError, match=r"part-000001-\w+\.csv was changed: its checksum is not the manifest's"):
        list(read_rows(tmp_path))


async def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    """A file in place of the directory, or above it, and a manifest that is a directory."""
    file = tmp_path / "file"
    file.write_text("mine")
    (tmp_path / "out" / "manifest.json").mkdir(parents=True)
    reasons = {file: "File exists", file / "below": "Not a directory", tmp_path / "out": "Is a directory"}
    for place, reason in reasons.items():
        with pytest.raises(ExportError, match=reason):
            await export(place)
    assert file.read_text() == "mine"


async def test_other_files_of_the_directory_stay(tmp_path: Path) -> None:
    """Only what an export left behind is cleaned up, which its names show: not what looks a little like it."""
    await export(tmp_path)
    mark = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["mark"]
    own = ["notes.txt", "part-1.csv", "participants.csv", "part-000099.csv", "part-20261129.csv", "part-202611.parquet"]
    own += [f"part-000099-{mark}.jsonl", "part-000099-00000000.csv", ".abclient-draft-mine", ".abclient-" + "0" * 32]
    for name in own:
        (tmp_path / name).write_text("mine")
    (tmp_path / f"part-000098-{mark}.csv").mkdir()
    left = [f"part-000000-{mark}.csv", ".abclient-draft", ".abclient-draft-" + "0" * 32]
    for name in left:
        (tmp_path / name).write_text("left by a crash")
    await export(tmp_path)
    assert all((tmp_path / name).read_text() == "mine" for name in own)
    assert (tmp_path / f"part-000098-{mark}.csv").is_dir()
    assert not [name for name in left if (tmp_path / name).exists()]


async def test_two_exports_do_not_write_to_one_directory(tmp_path: Path) -> None:
    """The second is refused while the first is under way, and works after it."""

    async def twice() -> AsyncIterator[Item]:
        with pytest.raises(ExportError, match="another export is writing to it"):
            await export(tmp_path)
        yield 1, [a_row()]

    await export_rows(tmp_path, twice(), file_format="csv")
    await export(tmp_path)


async def test_without_locks_of_the_system_it_still_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no such locks, and directories there cannot be synced."""
    absent: Any = None
    monkeypatch.setitem(sys.modules, "fcntl", absent)

    opened = os.open

    def refused(path: Any, flags: int, *arguments: Any, **options: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError
        return opened(path, flags, *arguments, **options)

    monkeypatch.setattr("abclient._files.os.open", refused)
    await export(tmp_path)
    assert len(list(read_rows(tmp_path))) == 4


async def test_a_failed_write_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there before is there after it, and the error is plain data."""
    await export(tmp_path)
    before = contents(tmp_path)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("abclient._files.os.fsync", full)
    with pytest.raises(ExportError, match="No space left on device; what was exported before is kept") as caught:
        await export(tmp_path)
    assert contents(tmp_path) == before
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
