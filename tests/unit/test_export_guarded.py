"""Directories that others may write to: no link is followed, no pipe opened, and what is locked stays locked."""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from abclient.export import ExportError, Item, export_rows, read_rows
from support.rows import a_row


async def export(directory: Path, *keys: int, **options: Any) -> None:
    async def source() -> AsyncIterator[Item]:
        for key in keys or range(4):
            yield key, [a_row(experiment_id=str(key))]

    chosen: dict[str, Any] = {"file_format": "jsonl", "part_rows": 2, **options}
    await export_rows(directory, source(), **chosen)


def keys_in(directory: Path) -> set[str]:
    return {row.experiment_id for row in read_rows(directory)}


MADE: dict[str, Callable[[Path, Path], object]] = {
    "a link": lambda path, victim: path.symlink_to(victim),
    "a link that leads nowhere": lambda path, victim: path.symlink_to(victim.with_name("new")),
    "a pipe": lambda path, victim: os.mkfifo(path),
    "a directory": lambda path, victim: path.mkdir(),
}


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
@pytest.mark.parametrize(
    "name", ["manifest.json", "_manifest.parquet", "_manifest.json", ".abclient-lock", ".abclient-draft"]
)
async def test_nothing_leads_out_of_a_new_directory(
    tmp_path: Path, name: str, made: Callable[[Path, Path], object]
) -> None:
    """What stands where a file of the export would be is refused, or left alone; nothing is written elsewhere."""
    place, victim = tmp_path / "out", tmp_path / "victim"
    victim.write_text("precious")
    place.mkdir()
    made(place / name, victim)
    if name == ".abclient-draft":
        await export(place)
        await export(place)
        assert keys_in(place) == set("0123")
    else:
        with pytest.raises(ExportError, match=r"Not a file, but a link, a pipe or a device|Is a directory"):
            await export(place)
    assert {path.name for path in tmp_path.iterdir()} == {"out", "victim"}
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
@pytest.mark.parametrize("name", ["manifest.json", "part-*"])
async def test_what_took_the_place_of_a_file_is_not_read(
    tmp_path: Path, name: str, made: Callable[[Path, Path], object]
) -> None:
    """A copy that a link leads to may be another's by now, and a pipe would be waited for without end."""
    place = tmp_path / "out"
    await export(place)
    (file,) = sorted(place.glob(name))[:1]
    made(file, file.rename(tmp_path / "moved"))
    with pytest.raises(ExportError, match=r"Not a file, but a link, a pipe or a device|Is a directory"):
        keys_in(place)
    with pytest.raises(ExportError, match=r"Not a file, but a link, a pipe or a device|Is a directory"):
        await export(place)


async def test_what_becomes_a_pipe_meanwhile_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may write to the directory may do so between a look at a file and its opening."""
    await export(tmp_path)
    opened, closed = os.open, os.close
    descriptors: set[int] = set()

    def replaced(path: Path, flags: int, *mode: int) -> int:
        if path.name == "manifest.json":
            path.unlink()
            os.mkfifo(path)
        descriptors.add(descriptor := opened(path, flags, *mode))
        return descriptor

    def close(descriptor: int) -> None:
        descriptors.discard(descriptor)
        closed(descriptor)

    monkeypatch.setattr("abclient._files.os.open", replaced)
    monkeypatch.setattr("abclient._files.os.close", close)
    with pytest.raises(ExportError, match="Not a file, but a link, a pipe or a device"):
        keys_in(tmp_path)
    assert descriptors == set()


@pytest.mark.parametrize("path", ["", ".", "./", Path()])
async def test_a_directory_needs_a_name(path: str | Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that nobody set is not to fill, and later to clean, whatever directory one is in."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExportError, match=r"its name is empty or '\.'; name the directory"):
        await export(Path(path))
    with pytest.raises(ExportError, match=r"its name is empty or '\.'; name the directory"):
        await export_rows(path, AsyncEmpty(), file_format="csv")
    assert list(tmp_path.iterdir()) == []


class AsyncEmpty:
    def __aiter__(self) -> Any:
        raise AssertionError("nothing is asked for")


async def removed(place: Path) -> None:
    (place / ".abclient-lock").unlink()


async def replaced(place: Path) -> None:
    (place / ".abclient-lock").unlink()
    (place / ".abclient-lock").touch()


@pytest.mark.parametrize("harm", [removed, replaced])
async def test_a_lock_whose_file_is_gone_still_holds(tmp_path: Path, harm: Callable[[Path], Any]) -> None:
    """The second export is refused, and the first one comes to its end."""

    async def source() -> AsyncIterator[Item]:
        yield "a", [a_row(experiment_id="a")]
        await harm(tmp_path)
        with pytest.raises(ExportError, match="another export is writing to it"):
            await export(tmp_path)
        yield "b", [a_row(experiment_id="b")]

    await export_rows(tmp_path, source(), file_format="jsonl", part_rows=1)
    assert keys_in(tmp_path) == {"a", "b"}
    await export(tmp_path)


def without(monkeypatch: pytest.MonkeyPatch, number: int, *, directories_only: bool) -> None:
    """A system on which nothing can be locked, or directories cannot."""
    import fcntl

    flock = fcntl.flock

    def refused(descriptor: int, how: int) -> None:
        if not directories_only or os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112  # a descriptor's
            raise OSError(number, os.strerror(number))
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", refused)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
async def test_locks_that_do_not_exist_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Nobody is sent to look for another export; nothing is written without a lock."""
    without(monkeypatch, number, directories_only=False)
    with pytest.raises(ExportError, match=r"it cannot be locked \(.*\), as on a network file system without locks"):
        await export(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {".abclient-lock"}


@pytest.mark.parametrize("harm", [removed, replaced])
async def test_where_only_the_file_is_locked_its_loss_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], Any]
) -> None:
    """Network file systems may lock no directory: whoever lost the lock writes no more."""
    without(monkeypatch, errno.EBADF, directories_only=True)
    await export(tmp_path, 1)

    async def source() -> AsyncIterator[Item]:
        yield "a", [a_row(experiment_id="a")]
        await harm(tmp_path)
        yield "b", [a_row(experiment_id="b")]

    with pytest.raises(ExportError, match=r"\.abclient-lock was removed or replaced while this export wrote to it"):
        await export_rows(tmp_path, source(), file_format="jsonl", part_rows=1)
    assert keys_in(tmp_path) == {"1", "a"}


async def test_a_directory_that_was_replaced_is_not_written_to(tmp_path: Path) -> None:
    """What somebody put in its place is another's export."""
    place = tmp_path / "out"

    async def source() -> AsyncIterator[Item]:
        yield "a", [a_row(experiment_id="a")]
        place.rename(tmp_path / "moved")
        place.mkdir()
        yield "b", [a_row(experiment_id="b")]

    with pytest.raises(ExportError, match="it was removed or replaced while this export wrote to it"):
        await export_rows(place, source(), file_format="jsonl", part_rows=1)
    assert list(place.iterdir()) == []
    assert keys_in(tmp_path / "moved") == {"a"}


def rewritten(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"optimizely", b"Optimizely"))
    os.utime(path, ns=(0, 0))


@pytest.mark.parametrize("harm", [Path.unlink, rewritten])
async def test_a_part_that_is_changed_meanwhile_is_noticed(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """An export that could not be read is not reported as done."""

    async def source() -> AsyncIterator[Item]:
        for key in range(4):
            yield key, [a_row(experiment_id=str(key))]
        harm(min(tmp_path.glob("part-*")))

    with pytest.raises(ExportError, match=r"part-000001-\w+\.jsonl"):
        await export_rows(tmp_path, source(), file_format="jsonl", part_rows=1)


async def test_directories_that_were_made_are_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each that has a new entry, so that a loss of power takes none of them."""
    synced: set[Path] = set()
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        synced.add(Path(f"/proc/self/fd/{descriptor}").resolve())
        fsync(descriptor)

    monkeypatch.setattr("abclient._files.os.fsync", watched)
    place = tmp_path / "a" / "b" / "out"
    await export(place)
    assert {tmp_path, tmp_path / "a", tmp_path / "a" / "b", place} <= synced


@pytest.mark.parametrize(("number", "fails"), [(errno.EIO, True), (errno.EINVAL, False), (errno.ENOTSUP, False)])
async def test_a_directory_that_cannot_be_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fails: bool
) -> None:
    """What the disk did not take is an error; that a file system syncs no directories is none."""
    await export(tmp_path)
    fsync = os.fsync

    def refused(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr("abclient._files.os.fsync", refused)
        if fails:
            with pytest.raises(ExportError, match="Input/output error"):
                await export(tmp_path)
        else:
            await export(tmp_path)
    await export(tmp_path)
    assert keys_in(tmp_path) == set("0123")
