"""The directory of an export: every change of it is a new manifest, put in place whole by one rename.

What a crash leaves behind are files that no manifest names; the next run removes them.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Self

from attrs import evolve, frozen

from ..errors import ExportError
from ..results import ResultRow
from ._codecs import CODECS, FileFormat
from ._manifest import MANIFEST, PART_NAME, Done, Manifest, Part, Run, now, read_manifest

LOCK = ".abclient-lock"
_DRAFT = ".abclient-draft"


@frozen(kw_only=True)
class Batch:
    """What is to be written together.

    Attributes:
        rows: by key; a key that was exported before loses its older rows.
        done: what to remember of each key.
        failures: keys that failed, and why.
        gone: keys to forget, with their rows and failures.
    """

    rows: dict[str, Sequence[ResultRow]]
    done: dict[str, Done]
    failures: dict[str, str]
    gone: frozenset[str] = frozenset()


class Store:
    """An export directory that this process holds the lock of. Made by ``opened``.

    Attributes:
        directory: the directory.
        manifest: what it holds, as the file says.
    """

    def __init__(self, directory: Path, manifest: Manifest, lock: IO[bytes]) -> None:
        self.directory: Path = directory
        self.manifest: Manifest = manifest
        self._lock = lock

    @classmethod
    def opened(cls, directory: Path, file_format: FileFormat, options: Mapping[str, Any]) -> Self:
        """Open an export directory, or make a new one, and remove what a crash left there.

        Raises:
            ExportError: it cannot be written, another process uses it, it is damaged, it holds parts without a
                manifest, or the manifest is of another version or was made with another format or other options.
        """
        with _explained(directory):
            directory.mkdir(parents=True, exist_ok=True)
            lock = (directory / LOCK).open("ab")
        try:
            _lock(lock, directory)
            manifest = read_manifest(directory)
            if manifest is None:
                _refuse_strange_parts(directory)
                store = cls(directory, _new_manifest(file_format, options), lock)
                store._save(store.manifest)
            else:
                _check_same(manifest, file_format, options, directory)
                check_parts(directory, manifest)
                store = cls(directory, manifest, lock)
            store._sweep()
        except BaseException:
            lock.close()
            raise
        return store

    def close(self) -> None:
        """Give the lock back."""
        self._lock.close()

    def begin(self, run: Run) -> None:
        """Begin another run."""
        self._save(evolve(self.manifest, run=run))

    def finish(self, noted: Mapping[str, str]) -> None:
        """Note that the run came to its end, and what failed in it beside keys."""
        self._save(evolve(self.manifest, run=evolve(self.manifest.run, finished=now()), noted=noted))

    def commit(self, batch: Batch) -> None:
        """Write a batch: all of it or, if anything fails, nothing.

        Raises:
            ExportError: it cannot be written, such as on a full disk.
        """
        before = self.manifest
        parts, replaced, following = list[Part](), set[str](), before.next_part
        changed, tried = batch.rows.keys() | batch.gone, batch.done.keys() | batch.gone
        for part in before.parts:
            kept = {key: count for key, count in part.keys.items() if key not in changed}
            if len(kept) == len(part.keys):
                parts.append(part)
                continue
            replaced.add(part.file)
            if kept:
                parts.append(self._write(following, self._rows_of(part, kept)))
                following += 1
        if filled := {key: rows for key, rows in batch.rows.items() if rows}:
            parts.append(self._write(following, filled))
            following += 1
        self._save(
            evolve(
                before,
                parts=tuple(parts),
                next_part=following,
                done={**{key: done for key, done in before.done.items() if key not in batch.gone}, **batch.done},
                failures={
                    **{key: why for key, why in before.failures.items() if key not in tried},
                    **batch.failures,
                },
            )
        )
        for name in replaced:
            with suppress(OSError):
                (self.directory / name).unlink(missing_ok=True)

    def _rows_of(self, part: Part, wanted: Mapping[str, int]) -> dict[str, list[ResultRow]]:
        rows = iter(read_part(self.directory, part))
        all_rows = {key: [next(rows) for _ in range(count)] for key, count in part.keys.items()}
        return {key: all_rows[key] for key in wanted}

    def _write(self, number: int, rows: Mapping[str, Sequence[ResultRow]]) -> Part:
        file_format = self.manifest.file_format
        content = CODECS[file_format].encode(row for each in rows.values() for row in each)
        name = f"part-{number:06}.{file_format}"
        self._put(name, content)
        keys = {key: len(each) for key, each in rows.items()}
        checksum = hashlib.sha256(content).hexdigest()
        return Part(file=name, rows=sum(keys.values()), bytes=len(content), sha256=checksum, keys=keys)

    def _save(self, manifest: Manifest) -> None:
        self._put(MANIFEST, manifest.to_json())
        self.manifest = manifest

    def _put(self, name: str, content: bytes) -> None:
        """A file with this content, or the one that was there before: never half of it."""
        draft = self.directory / _DRAFT
        with _explained(self.directory, name):
            try:
                with draft.open("wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                draft.replace(self.directory / name)
            except OSError:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise
            _sync(self.directory)

    def _sweep(self) -> None:
        """Remove what a crash left: drafts, and parts that the manifest does not name."""
        named = {part.file for part in self.manifest.parts}
        with _explained(self.directory):
            for path in self.directory.iterdir():
                if path.name == _DRAFT or (PART_NAME.fullmatch(path.name) and path.name not in named):
                    path.unlink(missing_ok=True)


def read_part(directory: Path, part: Part) -> list[ResultRow]:
    """The rows of a part.

    Raises:
        ExportError: the file is missing, or is not what the manifest says.
    """
    with _explained(directory, part.file):
        content = (directory / part.file).read_bytes()
    if hashlib.sha256(content).hexdigest() != part.sha256:
        raise ExportError(f"{part.file} was changed: its checksum is not the manifest's", directory)
    return CODECS[_format_of(part)].decode(content)


def _format_of(part: Part) -> FileFormat:
    return next(name for name in CODECS if part.file.endswith(f".{name}"))


def check_parts(directory: Path, manifest: Manifest) -> None:
    """See that every part is there, as large as it should be.

    Raises:
        ExportError: one is not.
    """
    for part in manifest.parts:
        with _explained(directory, part.file):
            size = (directory / part.file).stat().st_size
        if size != part.bytes:
            raise ExportError(f"{part.file} has {size} bytes; the manifest says {part.bytes}", directory)


def _new_manifest(file_format: FileFormat, options: Mapping[str, Any]) -> Manifest:
    run = Run(number=1, started=now())
    return Manifest(file_format=file_format, options=options, run=run, done={}, failures={}, noted={})


def _refuse_strange_parts(directory: Path) -> None:
    with _explained(directory):
        parts = sorted(path.name for path in directory.iterdir() if PART_NAME.fullmatch(path.name))
    if parts:
        raise ExportError(f"it holds {parts[0]} but no {MANIFEST}; export to a new directory", directory)


def _check_same(manifest: Manifest, file_format: FileFormat, options: Mapping[str, Any], directory: Path) -> None:
    before = {"file format": manifest.file_format, **manifest.options}
    asked = {"file format": file_format, **options}
    for name in before.keys() | asked.keys():
        if before.get(name) != asked.get(name):
            raise ExportError(
                f"{name} was {before.get(name)!r} and is now {asked.get(name)!r}; export to a new directory", directory
            )


@contextmanager
def _explained(directory: Path, name: str = "") -> Generator[None]:
    """Turn an error of the operating system into one that names the directory and says what to do."""
    try:
        yield
    except OSError as error:
        what = f"{name}: " if name else ""
        raise ExportError(f"{what}{error.strerror or error}; what was exported before is kept", directory) from error


def _lock(file: IO[bytes], directory: Path) -> None:
    """Take the lock, which the system gives back when this process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows has other locks; there, two exports to one directory are the caller's to avoid
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ExportError("another export is writing to it", directory) from error


def _sync(directory: Path) -> None:
    """See that a rename survives a loss of power, where directories can be synced."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
