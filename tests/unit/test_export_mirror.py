"""Copies of exports at URLs of fsspec: always whole, and continued from on another machine."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from abclient.errors import ConfigurationError, ExportError
from abclient.export import Item, Plan, export_rows, mirror_export, read_rows, restore_export
from abclient.export._codecs import CODECS
from abclient.export._mirror import Mirror
from abclient.export._objects import Objects
from abclient.export._record import read_record
from abclient.results import ResultRow
from support.loads import night, rows_of, rows_of_exports

FORMATS = pytest.mark.parametrize("file_format", ["csv", "parquet"])


@pytest.fixture(params=["memory", "file"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty place: what fsspec keeps in memory, or a directory."""
    if request.param == "file":
        yield f"file://{tmp_path}/mirror"
        return
    fsspec: Any = import_module("fsspec")
    files = fsspec.filesystem("memory")
    files.store.clear()
    yield "memory://bucket/mirror"
    files.store.clear()


def names_at(url: str) -> list[str]:
    """The names of the files there."""
    return Objects(url, Path()).names()


@FORMATS
async def test_another_machine_goes_on(url: str, tmp_path: Path, file_format: str) -> None:
    """With an empty directory, from the last part that was written; every row is there once."""
    first, second = tmp_path / "first", tmp_path / "second"
    fetched: list[str] = []

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key in "abcd":
            if plan.wants(key):
                fetched.append(key)
                yield key, rows_of(key, 1)
                if len(fetched) == 3:
                    raise RuntimeError("the machine is lost")

    options: Any = {"file_format": file_format, "mirror": url, "history": True}
    with pytest.raises(RuntimeError):
        await export_rows(first, source, part_rows=2, **options)
    shutil.rmtree(first)
    summary = await export_rows(second, source, **options)
    assert (fetched, summary.resumed) == (list("abcd"), True)
    assert {row.metric_id for row in read_rows(second)} == set("abcd")
    assert len(list(read_rows(second))) == 8
    assert names_at(url) == sorted(one.name for one in second.iterdir() if not one.name.startswith(".abclient"))


async def test_only_what_has_changed_is_sent(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The changed part and the manifest; without a change, nothing."""
    place = tmp_path / "e"
    for key in "abc":
        await night(place, {key: rows_of(key, 1)})
    mirror_export(place, url)
    written: list[str] = []
    write = Objects.write

    def noted(self: Objects, name: str, content: bytes) -> None:
        written.append(name)
        write(self, name, content)

    monkeypatch.setattr(Objects, "write", noted)
    mirror_export(place, url)
    assert written == []
    await night(place, {"b": rows_of("b", 2)})
    mirror_export(place, url)
    assert [name[:12] for name in written] == ["_part-000002", "manifest.jso"]
    restore_export(url, tmp_path / "copy")
    assert rows_of_exports(tmp_path / "copy") == rows_of_exports(place)


class LostError(Exception):
    """The process ended."""


def dying_after(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Let the process end after that many changes of files at the URL."""
    left = steps

    def counted(name: str) -> Callable[..., Any]:
        change: Callable[..., Any] = getattr(Objects, name)

        def changes(self: Objects, *arguments: Any) -> Any:
            nonlocal left
            if not left:
                raise LostError
            left -= 1
            return change(self, *arguments)

        return changes

    for name in ("write", "copy", "remove"):
        monkeypatch.setattr(Objects, name, counted(name))


def seen_by_others(url: str, file_format: str) -> list[ResultRow]:
    """The rows that programs find which read all parts there, and know nothing of the manifest."""
    decode = CODECS[file_format].decode  # type: ignore[index]  # it is one of them
    objects = Objects(url, Path())
    parts = [objects.read(name) for name in objects.names() if name.startswith("part-")]
    return [row for part in parts if part is not None for row in decode(part)]


@FORMATS
async def test_a_copy_is_whole_at_any_moment(
    url: str, tmp_path: Path, file_format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the process ends between any two changes, the old rows or the new ones are there; the next call goes on."""
    place = tmp_path / "e"
    await night(place, {"a": rows_of("a", 1)}, file_format=file_format)
    await night(place, {"b": rows_of("b", 1), "c": rows_of("c", 1)}, file_format=file_format)
    old = rows_of_exports(place)
    ends: list[list[ResultRow]] = []
    mirror_export(place, url)
    shutil.copytree(place, tmp_path / "old")
    await night(place, {"a": rows_of("a", 2)}, keep="a", file_format=file_format)
    new = rows_of_exports(place)
    for steps in range(20):
        with monkeypatch.context() as patch:
            dying_after(patch, steps)
            try:
                mirror_export(place, url)
                ended = False
            except LostError:
                ended = True
        copy = tmp_path / f"copy-{steps}"
        restore_export(url, copy)
        ends.append(rows_of_exports(copy))
        assert ends[-1] in (old, new)
        seen = [row.row_key for row in seen_by_others(url, file_format)]
        assert len(seen) == len(set(seen))
        if not ended:
            break
        if steps % 2:  # else the next one goes on from where this one ended
            other = Objects(url, place)
            for name in other.names():
                other.remove(name)
            mirror_export(tmp_path / "old", url)
    assert (ends[0], ends[-1]) == (old, new)
    assert len(ends) >= 4
    assert not any(name.endswith(".pending") for name in names_at(url))


async def test_the_one_that_is_further_counts(url: str, tmp_path: Path) -> None:
    """The directory, if the copy could not be written in between; the copy, if another machine went on."""
    here, there = tmp_path / "here", tmp_path / "there"
    await night(here, {"a": rows_of("a", 1)}, mirror=url)
    await night(there, {"b": rows_of("b", 1)}, mirror=url)
    await night(here, {"c": rows_of("c", 1)}, mirror=url)
    assert {row.metric_id for row in read_rows(here)} == set("abc")
    await night(here, {"d": rows_of("d", 1)})
    await night(here, {"a": rows_of("a", 5)}, mirror=url)
    restore_export(url, there)
    assert rows_of_exports(there) == rows_of_exports(here)
    assert {row.metric_id for row in read_rows(there)} == set("abcd")


async def test_copies_of_other_exports_are_left_alone(url: str, tmp_path: Path) -> None:
    """An export is not mixed with another, whichever is written first."""
    await night(tmp_path / "one", {"a": rows_of("a", 1)}, mirror=url)
    await night(tmp_path / "two", {"a": rows_of("a", 2)})
    before = names_at(url)
    with pytest.raises(ExportError, match="has a copy of another export"):
        await night(tmp_path / "two", {"a": rows_of("a", 3)}, mirror=url)
    with pytest.raises(ExportError, match="has a copy of another export"):
        mirror_export(tmp_path / "two", url)
    assert names_at(url) == before
    with pytest.raises(ExportError, match="is now 'parquet'"):
        await night(tmp_path / "new", {"a": rows_of("a", 3)}, mirror=url, file_format="parquet")


async def test_two_exports_at_a_time_are_noticed(url: str, tmp_path: Path) -> None:
    """The second one to write ends with an error, and the copy is that of the first."""
    place = tmp_path / "e"
    await night(place, {"a": rows_of("a", 1)}, mirror=url)
    shutil.copytree(place, tmp_path / "other")
    late = Mirror(url, tmp_path / "other")
    await night(place, {"a": rows_of("a", 2)}, mirror=url)
    await night(tmp_path / "other", {"a": rows_of("a", 3)})
    with pytest.raises(ExportError, match="another process has written"):
        late.push()
    restore_export(url, tmp_path / "copy")
    assert rows_of_exports(tmp_path / "copy") == rows_of_exports(place)


async def test_a_copy_that_another_process_wrote_after_a_failure_is_noticed(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failure, what is there may be the old copy or the new one; a third one is another process's."""
    one, other = tmp_path / "one", tmp_path / "other"
    await night(one, {"a": rows_of("a", 1)}, mirror=url)
    shutil.copytree(one, other)
    await night(one, {"b": rows_of("b", 1)})
    await night(other, {"c": rows_of("c", 1)})
    late = Mirror(url, one)

    def fails(self: Objects, name: str, content: bytes) -> None:
        raise ExportError(f"{name} is refused", one)

    with monkeypatch.context() as patch, pytest.raises(ExportError, match="is refused"):
        patch.setattr(Objects, "write", fails)
        late.push()
    mirror_export(other, url)
    with pytest.raises(ExportError, match="another process has written"):
        late.push()
    restore_export(url, tmp_path / "copy")
    assert rows_of_exports(tmp_path / "copy") == rows_of_exports(other)


async def test_an_export_that_goes_on_while_it_is_copied_is_noticed(url: str, tmp_path: Path) -> None:
    """No copy has the manifest of one moment and the parts of another."""
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    before = read_record(tmp_path / "e")
    await night(tmp_path / "e", {"b": rows_of("b", 1)})
    with pytest.raises(ExportError, match=r"manifest\.json was replaced while it was copied; copy again"):
        Mirror(url, tmp_path / "e").push(before)
    assert Mirror(url, tmp_path / "e").is_empty


async def test_a_damaged_copy_is_named(url: str, tmp_path: Path) -> None:
    """And nothing of it is taken."""
    place = tmp_path / "e"
    await night(place, {"a": rows_of("a", 1)}, mirror=url)
    objects = Objects(url, place)
    (part,) = (name for name in objects.names() if name.startswith("part-"))
    objects.write(part, b"something else")
    with pytest.raises(ExportError, match="is not what its manifest says"):
        restore_export(url, tmp_path / "copy")
    objects.write("manifest.json", b"{")
    with pytest.raises(ExportError, match=r"manifest\.json is damaged"):
        restore_export(url, tmp_path / "copy")


async def test_what_cannot_be_written_now_is_written_later(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A part that cannot be copied is logged, and the export goes on; at the end it is an error, and rows are kept."""
    place = tmp_path / "e"

    def fails(self: Objects, name: str, content: bytes) -> None:
        raise ExportError(f"{name} is refused", place)

    def succeeds(self: Objects) -> None:
        pass

    with monkeypatch.context() as patch:
        patch.setattr(Objects, "check_writable", succeeds)
        patch.setattr(Objects, "write", fails)
        with pytest.raises(ExportError, match="is refused"):
            await night(place, {"a": rows_of("a", 1)}, mirror=url)
    assert "is refused" in caplog.text
    assert len(list(read_rows(place))) == 2
    await night(place, {"b": rows_of("b", 1)}, mirror=url)
    restore_export(url, tmp_path / "copy")
    assert rows_of_exports(tmp_path / "copy") == rows_of_exports(place)


WRONG = [
    ("", "must be a URL such as s3://bucket/prefix"),
    ("bucket/prefix", "must be a URL"),
    ("s3://", "must be a URL"),
    ("nonsense://x/y", "fsspec knows no protocol 'nonsense'"),
    ("nonsense://me:sesame@x/y", r"nonsense://me:\*\*\*@x/y"),
    ("nonsense://me:ses/sesame a@x/y", r"nonsense://me:\*\*\*@x/y"),
    ("me:sesame@x", r"me:\*\*\*@x' must be a URL"),
]


@pytest.mark.parametrize(("url", "message"), WRONG)
async def test_what_is_no_url_is_named(url: str, message: str, tmp_path: Path) -> None:
    """Before anything is fetched or written, and without a password."""
    with pytest.raises(ConfigurationError, match=message) as caught:
        await night(tmp_path / "e", {"a": rows_of("a", 1)}, mirror=url)
    assert "sesame" not in str(caught.value)
    assert not (tmp_path / "e").exists()


def test_nothing_to_restore(tmp_path: Path) -> None:
    """It is named, and no directory is made."""
    with pytest.raises(ExportError, match="there is no copy of an export at file://"):
        restore_export(f"file://{tmp_path}/nothing", tmp_path / "e")
    assert list(tmp_path.iterdir()) == []


async def test_what_an_earlier_process_left_is_removed(url: str, tmp_path: Path) -> None:
    """A file that was not complete, or that no manifest names."""
    place = tmp_path / "e"
    await night(place, {"a": rows_of("a", 1)}, mirror=url)
    objects = Objects(url, place)
    (part,) = (one for one in place.iterdir() if one.name.startswith("part-"))
    pending = f"_{part.name}.{hashlib.sha256(part.read_bytes()).hexdigest()[:16]}.pending"
    before = objects.names()
    for name in (pending, part.name.replace("000001", "000009"), ".abclient-draft-1"):
        objects.write(name, b"half")
    mirror_export(place, url)
    assert objects.names() == before
    assert objects.read(part.name) == part.read_bytes()


async def test_where_nothing_can_be_written_nothing_is_fetched(tmp_path: Path) -> None:
    """The place is tried before the first key, not after the first part."""
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=r"file/copy: .*(NotADirectory|FileExists)Error"):
        await night(tmp_path / "e", {"a": rows_of("a", 1)}, mirror=f"file://{tmp_path}/file/copy")
    assert not (tmp_path / "e").exists()


def test_nothing_to_mirror(url: str, tmp_path: Path) -> None:
    """It is named, and nothing is written."""
    with pytest.raises(ExportError, match="there is no export in it"):
        mirror_export(tmp_path, url)
    assert names_at(url) == []


async def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was begun is removed, and the error says what and where."""
    await night(tmp_path / "e", {"a": rows_of("a", 1)})

    def refuses(*arguments: object, **options: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("fsspec.implementations.local.LocalFileSystem.mv", refuses)
    with pytest.raises(ExportError, match="OSError: the disk is full"):
        mirror_export(tmp_path / "e", f"file://{tmp_path}/mirror")
    assert names_at(f"file://{tmp_path}/mirror") == []


@pytest.mark.parametrize(
    ("module", "url", "message"), [("fsspec", "s3://x/y", r"\[mirror\]"), ("gcsfs", "gs://x/y", "gcsfs")]
)
def test_a_missing_library_is_named(module: str, url: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """fsspec, or what it needs for the protocol."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=message):
        Objects(url, Path())
