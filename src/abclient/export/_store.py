"""What an export directory holds: every change is a new, complete manifest, put in place by one rename.

A key keeps its place: its new rows are written to the file that has the old ones. So programs that read whole
directories find each key once, whenever they look.
"""

from __future__ import annotations

import secrets
from collections.abc import Generator, Iterable, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from attrs import evolve, frozen

from .._files import make_directory
from ..errors import ExportError
from ..results import ResultRow
from ._codecs import CODECS, FileFormat, encoder
from ._directory import Directory, checksum, explained, read_file
from ._history import changes_of
from ._lock import Lock
from ._log import with_snapshots
from ._manifest import CompletedKey, History, Manifest, Part, Run, StoredFile, now
from ._manifest_file import MANIFEST, PART_NAME, manifest_content, manifest_name, read_manifest

_LONGEST_REASON = 500


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

    def __init__(self, directory: Directory, manifest: Manifest) -> None:
        self.directory: Path = directory.path
        self.manifest: Manifest = manifest
        self._directory = directory
        self._figured: dict[str, frozenset[str]] = {}

    @classmethod
    def open(
        cls,
        directory: Path,
        file_format: FileFormat,
        options: Mapping[str, Any],
        *,
        excel: bool = False,
        history: bool = False,
    ) -> Self:
        """Open an export directory, or make a new one, and complete or remove what a crash left there.

        Raises:
            ExportError: it cannot be written, another process uses it, it is damaged, it holds parts without a
                manifest, or the manifest is of another version or was made with another format or other options.
        """
        if directory == Path():
            # The path may come from an unset variable.
            raise ExportError("its name is empty or '.'; name the directory", directory)
        with explained(directory):
            make_directory(directory)
            lock = Lock(directory)
        try:
            found = read_manifest(directory)
            run = Run(number=1, started=now())
            kept = History(starts=(run.started,)) if history else None
            new = Manifest(file_format=file_format, excel=excel, options=options, run=run, history=kept)
            if found is None:
                _refuse_strange_parts(directory)
            else:
                _check_same(found, new, directory)
            manifest = found or evolve(new, mark=secrets.token_hex(4))
            store = cls(Directory(directory, lock, manifest.mark, file_format), manifest)
            store._directory.settle(manifest.files)
            store._directory.look(manifest.files)
            if found is None:
                store._save(manifest)
            store._directory.sweep(manifest.files)
        except BaseException:
            lock.release()
            raise
        return store

    def close(self) -> None:
        """Release the lock."""
        self._directory.close()

    def count(self, key: str) -> int:
        """How many rows a key has."""
        return sum(part.keys.get(key, 0) for part in self.manifest.parts)

    def has_figures(self, key: str) -> bool:
        """Whether any row of a key has a figure."""
        return any(key in self._keys_with_figures(part) for part in self.manifest.parts if key in part.keys)

    def _keys_with_figures(self, part: Part) -> frozenset[str]:
        """Each part is read for this once, as many keys may be asked for."""
        if part.sha256 not in self._figured:
            rows = self._rows_of(part)
            self._figured[part.sha256] = frozenset(key for key, each in rows.items() if any_figures(each))
        return self._figured[part.sha256]

    def begin(self, run: Run) -> None:
        """Begin another run."""
        history = self.manifest.history
        if history is not None:
            history = evolve(history, starts=(*history.starts, run.started))
        self._save(evolve(self.manifest, run=run, history=history))

    def finish(self, noted: Mapping[str, str], forgotten: Set[str] = frozenset()) -> None:
        """Record that the run is complete, and which of its failures are not keys.

        Args:
            noted: why, by name.
            forgotten: former failures.

        Raises:
            ExportError: it cannot be written, or a part was removed or changed meanwhile.
        """
        self._directory.check_unchanged(self.manifest.files)
        failures = {key: why for key, why in self.manifest.failures.items() if key not in forgotten}
        run = evolve(self.manifest.run, finished=now())
        self._save(evolve(self.manifest, run=run, noted=noted, failures=failures))
        self._directory.sweep(self.manifest.files)

    def commit(self, batch: Batch) -> dict[str, str]:
        """Write a batch: all of it or, if anything fails, nothing.

        Returns:
            Why rows cannot be written to such a file, by key; those keys keep what they had, and are failures.

        Raises:
            ExportError: it cannot be written, such as on a full disk.
        """
        self._directory.settle(self.manifest.files)
        content, refused = self._encoded(batch.rows)
        if refused:
            batch = batch.without(refused)
        try:
            self._save(self._changed(batch, content))
        except BaseException:
            with suppress(ExportError):  # the first error says more
                self._directory.settle(self.manifest.files)
            raise
        self._directory.settle(self.manifest.files)
        return refused

    def _changed(self, batch: Batch, content: bytes) -> Manifest:
        """The manifest with a batch, whose rows are this content; the files that it names are prepared."""
        before = self.manifest
        parts, placed = self._replaced(batch)
        new = {key: rows for key, rows in batch.rows.items() if rows and key not in placed}
        following = before.next_part
        if new:
            name = f"part-{following:06}-{before.mark}.{before.file_format}"
            parts.append(self._prepared(name, new, self._encode(new) if placed else content))
            following += 1
        tried = batch.done.keys() | batch.removed
        forgotten = dict.fromkeys((before.done.keys() & batch.removed) - batch.done.keys(), before.run.number)
        return evolve(
            before,
            parts=tuple(parts),
            next_part=following,
            done={**{key: done for key, done in before.done.items() if key not in batch.removed}, **batch.done},
            failures={**{key: why for key, why in before.failures.items() if key not in tried}, **batch.failures},
            removed={**{key: run for key, run in before.removed.items() if key not in batch.done}, **forgotten},
            history=self._history_with(batch),
        )

    def _replaced(self, batch: Batch) -> tuple[list[Part], set[str]]:
        """The parts with the new rows of keys that they have already, and these keys."""
        parts, placed = list[Part](), set[str]()
        changed = batch.rows.keys() | batch.removed
        for part in self.manifest.parts:
            own = changed & part.keys.keys()
            if not own:
                parts.append(part)
                continue
            rows = {key: batch.rows.get(key, ()) if key in own else old for key, old in self._rows_of(part).items()}
            kept = {key: each for key, each in rows.items() if each}
            placed |= own
            if kept:
                parts.append(self._prepared(part.file, kept, self._encode(kept)))
            else:
                self._directory.withdraw(part.file)
        return parts, placed

    def _history_with(self, batch: Batch) -> History | None:
        if self.manifest.history is None:
            return None
        run = self.manifest.run
        changes = changes_of(self.manifest.history, run.number, batch.rows, batch.removed)
        return with_snapshots(self._directory, self.manifest, changes)

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

    def _rows_of(self, part: Part) -> dict[str, list[ResultRow]]:
        rows = iter(read_part(self.directory, part))
        return {key: [next(rows) for _ in range(count)] for key, count in part.keys.items()}

    def _prepared(self, name: str, rows: Mapping[str, Sequence[ResultRow]], content: bytes) -> Part:
        self._directory.prepare(name, content)
        keys = {key: len(each) for key, each in rows.items()}
        return Part(file=name, rows=sum(keys.values()), bytes=len(content), sha256=checksum(content), keys=keys)

    def _save(self, manifest: Manifest) -> None:
        try:
            self._directory.put(manifest_name(manifest.file_format), manifest_content(manifest))
        except ExportError:
            with suppress(ExportError):  # it may be in place already, but might not survive a power failure
                self.manifest = read_manifest(self.directory) or self.manifest
            raise
        self.manifest = manifest


def any_figures(rows: Iterable[ResultRow]) -> bool:
    """Whether any of these rows has a figure."""
    return any(row.has_figures for row in rows)


def reason(error: Exception) -> str:
    """How an error is recorded in a manifest."""
    return f"{type(error).__name__}: {error}"[:_LONGEST_REASON]


def read_part(directory: Path, part: Part) -> list[ResultRow]:
    """The rows of a part.

    Raises:
        ExportError: the file is missing, or is not what the manifest says.
    """
    content = read_file(directory, part)
    with readable(directory, part):
        rows = CODECS[_format_of(part)].decode(content)
    if len(rows) != part.rows:
        raise ExportError(f"{part.file} has {len(rows)} rows; the manifest says {part.rows}", directory)
    return rows


@contextmanager
def readable(directory: Path, file: StoredFile) -> Generator[None]:
    """Turn what a library says of content that it cannot read into an error that names the file."""
    try:
        yield
    except (ImportError, ExportError):
        raise
    except Exception as error:  # pyarrow has many
        raise ExportError(f"{file.file} cannot be read: {reason(error)}", directory) from error


def _format_of(part: Part) -> FileFormat:
    return next(name for name in CODECS if part.file.endswith(f".{name}"))


def _refuse_strange_parts(directory: Path) -> None:
    with explained(directory):
        parts = sorted(path.name for path in directory.iterdir() if PART_NAME.fullmatch(path.name))
    if parts:
        raise ExportError(f"it holds {parts[0]} but no {MANIFEST}; export to a new directory", directory)


def _check_same(found: Manifest, new: Manifest, directory: Path) -> None:
    before, asked = (
        {
            "file format": one.file_format,
            "excel": one.excel,
            "history": "kept" if one.history else "not kept",
            **one.options,
        }
        for one in (found, new)
    )
    for name in before.keys() | asked.keys():
        if before.get(name) != asked.get(name):
            raise ExportError(
                f"{name} was {before.get(name)!r} and is now {asked.get(name)!r}; export to a new directory", directory
            )
