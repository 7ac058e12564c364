"""The directory of an export: every change is a new, complete manifest, put in place by one rename.

A crash leaves behind only files that the manifest does not name; the next run removes them, and recognizes them by the
mark in their names.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import stat
from collections.abc import Generator, Iterable, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, Self

from attrs import evolve, frozen

from .._files import draft_beside, make_directory, publish, read_regular, require_regular
from ..errors import ExportError
from ..results import ResultRow
from ._codecs import CODECS, FileFormat, encoder
from ._lock import Lock
from ._manifest import CompletedKey, Manifest, Part, Run, now
from ._manifest_file import MANIFEST, PART_NAME, manifest_name, read_manifest

_LONGEST_REASON = 500
_DRAFT = ".abclient-draft-"
_DRAFTS = re.compile(r"\.abclient-draft(-[0-9a-f]{32})?")
"""Also that of earlier versions."""


@frozen(kw_only=True)
class Batch:
    """What is to be written together.

    Attributes:
        rows: by key; a key that was exported before loses its older rows.
        done: what to record about each key.
        failures: keys that failed, and why.
        removed: keys to forget, with their rows and failures.
    """

    rows: dict[str, Sequence[ResultRow]]
    done: dict[str, CompletedKey]
    failures: dict[str, str]
    removed: frozenset[str] = frozenset()

    def without(self, refused: Mapping[str, str]) -> Self:
        """The same, but for keys that turned out to fail."""
        return evolve(
            self,
            rows={key: rows for key, rows in self.rows.items() if key not in refused},
            done={key: done for key, done in self.done.items() if key not in refused},
            failures={**self.failures, **refused},
        )


class Store:
    """An export directory that this process holds the lock of. Made by ``open``.

    Attributes:
        directory: the directory.
        manifest: what it holds, as the file says.
    """

    def __init__(self, directory: Path, manifest: Manifest, lock: Lock) -> None:
        self.directory: Path = directory
        self.manifest: Manifest = manifest
        self._lock = lock
        self._seen: dict[str, _Look] = {}
        self._figured: dict[str, frozenset[str]] = {}

    @classmethod
    def open(cls, directory: Path, file_format: FileFormat, options: Mapping[str, Any], *, excel: bool = False) -> Self:
        """Open an export directory, or make a new one, and remove what a crash left there.

        Raises:
            ExportError: it cannot be written, another process uses it, it is damaged, it holds parts without a
                manifest, or the manifest is of another version or was made with another format or other options.
        """
        if directory == Path():
            # The path may come from an unset variable.
            raise ExportError("its name is empty or '.'; name the directory", directory)
        with _explained(directory):
            make_directory(directory)
            lock = Lock(directory)
        try:
            found = read_manifest(directory)
            new = Manifest(file_format=file_format, excel=excel, options=options, run=Run(number=1, started=now()))
            if found is None:
                _refuse_strange_parts(directory)
            else:
                _check_same(found, new, directory)
            store = cls(directory, found or evolve(new, mark=secrets.token_hex(4)), lock)
            store._look()
            if found is None:
                store._save(store.manifest)
            store._sweep()
        except BaseException:
            lock.release()
            raise
        return store

    def close(self) -> None:
        """Release the lock."""
        self._lock.release()

    def count(self, key: str) -> int:
        """How many rows a key has."""
        return sum(part.keys.get(key, 0) for part in self.manifest.parts)

    def has_figures(self, key: str) -> bool:
        """Whether any row of a key has a figure."""
        return any(key in self._keys_with_figures(part) for part in self.manifest.parts if key in part.keys)

    def _keys_with_figures(self, part: Part) -> frozenset[str]:
        """Each part is read for this once, as many keys may be asked for."""
        if part.file not in self._figured:
            rows = self._rows_of(part, part.keys)
            self._figured[part.file] = frozenset(key for key, each in rows.items() if any_figures(each))
        return self._figured[part.file]

    def begin(self, run: Run) -> None:
        """Begin another run."""
        self._save(evolve(self.manifest, run=run))

    def finish(self, noted: Mapping[str, str], forgotten: Set[str] = frozenset()) -> None:
        """Record that the run is complete, and which of its failures are not keys.

        Args:
            noted: why, by name.
            forgotten: former failures.

        Raises:
            ExportError: it cannot be written, or a part was removed or changed meanwhile.
        """
        for part in self.manifest.parts:
            with _explained(self.directory, part.file):
                if _looked_at(self.directory / part.file) != self._seen[part.file]:
                    raise ExportError(f"{part.file} was changed while this export ran", self.directory)
        failures = {key: why for key, why in self.manifest.failures.items() if key not in forgotten}
        run = evolve(self.manifest.run, finished=now())
        self._save(evolve(self.manifest, run=run, noted=noted, failures=failures))
        self._sweep()

    def commit(self, batch: Batch) -> dict[str, str]:
        """Write a batch: all of it or, if anything fails, nothing.

        Returns:
            Why rows cannot be written to such a file, by key; those keys keep what they had, and are failures.

        Raises:
            ExportError: it cannot be written, such as on a full disk.
        """
        content, refused = self._encoded(batch.rows)
        if refused:
            batch = batch.without(refused)
        before = self.manifest
        parts, replaced, following = list[Part](), set[str](), before.next_part
        changed, tried = batch.rows.keys() | batch.removed, batch.done.keys() | batch.removed
        for part in before.parts:
            kept = {key: count for key, count in part.keys.items() if key not in changed}
            if len(kept) == len(part.keys):
                parts.append(part)
                continue
            replaced.add(part.file)
            if kept:
                rows = self._rows_of(part, kept)
                parts.append(self._write(following, rows, self._encode(rows)))
                following += 1
        if filled := {key: rows for key, rows in batch.rows.items() if rows}:
            parts.append(self._write(following, filled, content))
            following += 1
        self._save(
            evolve(
                before,
                parts=tuple(parts),
                next_part=following,
                done={**{key: done for key, done in before.done.items() if key not in batch.removed}, **batch.done},
                failures={
                    **{key: why for key, why in before.failures.items() if key not in tried},
                    **batch.failures,
                },
            )
        )
        for name in replaced:
            with suppress(OSError):
                (self.directory / name).unlink(missing_ok=True)
        return refused

    def _encode(self, rows: Mapping[str, Sequence[ResultRow]]) -> bytes:
        encode = encoder(self.manifest.file_format, excel=self.manifest.excel)
        return encode(row for each in rows.values() for row in each)

    def _encoded(self, rows: Mapping[str, Sequence[ResultRow]]) -> tuple[bytes, dict[str, str]]:
        """The rows as bytes, without those that cannot be encoded; and why, by their keys."""
        try:
            return self._encode(rows), {}
        except Exception:
            refused: dict[str, str] = {}
            for key, each in rows.items():
                try:
                    self._encode({key: each})
                except Exception as error:
                    refused[key] = reason(error)
            if not refused:
                raise
        return self._encode({key: each for key, each in rows.items() if key not in refused}), refused

    def _rows_of(self, part: Part, wanted: Mapping[str, int]) -> dict[str, list[ResultRow]]:
        rows = iter(read_part(self.directory, part))
        all_rows = {key: [next(rows) for _ in range(count)] for key, count in part.keys.items()}
        return {key: all_rows[key] for key in wanted}

    def _write(self, number: int, rows: Mapping[str, Sequence[ResultRow]], content: bytes) -> Part:
        name = f"part-{number:06}-{self.manifest.mark}.{self.manifest.file_format}"
        self._put(name, content)
        with _explained(self.directory, name):
            self._seen[name] = _looked_at(self.directory / name)
        keys = {key: len(each) for key, each in rows.items()}
        checksum = hashlib.sha256(content).hexdigest()
        return Part(file=name, rows=sum(keys.values()), bytes=len(content), sha256=checksum, keys=keys)

    def _save(self, manifest: Manifest) -> None:
        try:
            self._put(manifest_name(manifest.file_format), manifest.to_json())
        except ExportError:
            with suppress(ExportError):  # it may be in place already, but might not survive a power failure
                self.manifest = read_manifest(self.directory) or self.manifest
            raise
        self.manifest = manifest

    def _put(self, name: str, content: bytes) -> None:
        """A file with this content, or the one that was there before: never half of it."""
        with _explained(self.directory, name):
            self._lock.check()
            with draft_beside(self.directory / name, _DRAFT) as draft:
                draft.write(content)
                publish(draft, self.directory / name)

    def _look(self) -> None:
        """Check that every part is there and has the right size.

        Raises:
            ExportError: one is not.
        """
        for part in self.manifest.parts:
            with _explained(self.directory, part.file):
                self._seen[part.file] = seen = _looked_at(self.directory / part.file)
            if seen.size != part.bytes:
                raise ExportError(f"{part.file} has {seen.size} bytes; the manifest says {part.bytes}", self.directory)

    def _sweep(self) -> None:
        """Remove what a crash left: drafts, and parts with this export's mark that the manifest does not name."""
        named = {part.file for part in self.manifest.parts}
        ours = re.compile(rf"part-\d{{6,}}-{self.manifest.mark}\.{self.manifest.file_format}")
        with _explained(self.directory):
            for path in self.directory.iterdir():
                left = path.name not in named and (ours.fullmatch(path.name) or _DRAFTS.fullmatch(path.name))
                if left and stat.S_ISREG(path.lstat().st_mode):
                    path.unlink()


def any_figures(rows: Iterable[ResultRow]) -> bool:
    """Whether any of these rows has a figure."""
    return any(row.has_figures for row in rows)


class _Look(NamedTuple):
    """What shows that a file is still the same."""

    number: int
    size: int
    changed: int


def _looked_at(path: Path) -> _Look:
    found = path.lstat()
    require_regular(path, found)
    return _Look(found.st_ino, found.st_size, found.st_mtime_ns)


def reason(error: Exception) -> str:
    """How an error is recorded in a manifest."""
    return f"{type(error).__name__}: {error}"[:_LONGEST_REASON]


def read_part(directory: Path, part: Part) -> list[ResultRow]:
    """The rows of a part.

    Raises:
        ExportError: the file is missing, or is not what the manifest says.
    """
    with _explained(directory, part.file):
        content = read_regular(directory / part.file)
    if hashlib.sha256(content).hexdigest() != part.sha256:
        raise ExportError(f"{part.file} was changed: its checksum is not the manifest's", directory)
    try:
        rows = CODECS[_format_of(part)].decode(content)
    except ImportError:
        raise
    except Exception as error:  # pyarrow has many
        raise ExportError(f"{part.file} cannot be read: {reason(error)}", directory) from error
    if len(rows) != part.rows:
        raise ExportError(f"{part.file} has {len(rows)} rows; the manifest says {part.rows}", directory)
    return rows


def _format_of(part: Part) -> FileFormat:
    return next(name for name in CODECS if part.file.endswith(f".{name}"))


def _refuse_strange_parts(directory: Path) -> None:
    with _explained(directory):
        parts = sorted(path.name for path in directory.iterdir() if PART_NAME.fullmatch(path.name))
    if parts:
        raise ExportError(f"it holds {parts[0]} but no {MANIFEST}; export to a new directory", directory)


def _check_same(found: Manifest, new: Manifest, directory: Path) -> None:
    before, asked = ({"file format": one.file_format, "excel": one.excel, **one.options} for one in (found, new))
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
