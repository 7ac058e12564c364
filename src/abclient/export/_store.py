"""What an export directory holds: every change is one new file of its record, put in place by one rename.

A key keeps its place: its new rows are written to the file that has the old ones. So programs that read whole
directories find each key once, whenever they look.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, cast

from attrs import evolve, frozen

from .._files import make_directory
from ..errors import ExportError
from ..results import ResultRow
from ._change import Change, HistoryChange
from ._codecs import CODECS, FileFormat, encoder
from ._directory import Directory, checksum, explained, read_file
from ._history import changes_of
from ._lock import Lock
from ._log import with_snapshots
from ._manifest import CompletedKey, History, Manifest, Part, Run, StoredFile, now
from ._manifest_file import MANIFEST, PART_NAME
from ._record import Journal, Record, read_record
from ._splice import with_rows

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
    """

    def __init__(self, directory: Directory, record: Record | None, manifest: Manifest) -> None:
        self.directory: Path = directory.path
        self._directory = directory
        self._journal = Journal(directory, record, manifest)
        self._figured: dict[str, frozenset[str]] = {}
        self._parts: dict[str, Part] = {}
        self._places: dict[str, str] = {}
        self._index()

    @property
    def manifest(self) -> Manifest:
        """What it holds."""
        return self._journal.manifest

    @property
    def record(self) -> Record:
        """What it holds, and the files that say so."""
        return self._journal.record

    @classmethod
    def open(
        cls,
        directory: Path,
        file_format: FileFormat,
        options: Mapping[str, Any],
        *,
        excel: bool = False,
        history: bool = False,
        known: Record | None = None,
    ) -> Self:
        """Open an export directory, or make a new one, and complete or remove what a crash left there.

        ``known`` is what its record was before it was locked, if that has been read.

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
            record = read_record(directory, known=known)
            run = Run(number=1, started=now())
            kept = History(starts=(run.started,)) if history else None
            new = Manifest(file_format=file_format, excel=excel, options=options, run=run, history=kept)
            if record is None:
                _refuse_strange_parts(directory)
            else:
                _check_same(record.manifest, new, directory)
            manifest = record.manifest if record else evolve(new, mark=secrets.token_hex(4))
            files = Directory(directory, lock, manifest.mark, file_format)
            files.settle(manifest.files)
            files.look(manifest.files)
            store = cls(files, record, manifest)
            files.sweep(store.record.names)
        except BaseException:
            lock.release()
            raise
        return store

    def close(self) -> None:
        """Release the lock."""
        self._directory.close()

    def count(self, key: str) -> int:
        """How many rows a key has."""
        part = self._part_of(key)
        return part.keys[key] if part else 0

    def has_figures(self, key: str) -> bool:
        """Whether any row of a key has a figure."""
        part = self._part_of(key)
        return part is not None and key in self._keys_with_figures(part)

    def _part_of(self, key: str) -> Part | None:
        name = self._places.get(key)
        return None if name is None else self._parts[name]

    def _keys_with_figures(self, part: Part) -> frozenset[str]:
        """Each part is read for this once, as many keys may be asked for."""
        if part.sha256 not in self._figured:
            rows = self._rows_of(part)
            self._figured[part.sha256] = frozenset(key for key, each in rows.items() if any_figures(each))
        return self._figured[part.sha256]

    def begin(self, run: Run) -> None:
        """Begin another run."""
        history = self.manifest.history
        start = HistoryChange(start=run.started, next_part=history.next_part) if history else None
        self._save(Change(run=run, history=start))

    def finish(self, noted: Mapping[str, str], forgotten: Set[str] = frozenset()) -> None:
        """Record that the run is complete, and which of its failures are not keys.

        Args:
            noted: why, by name.
            forgotten: former failures.

        Raises:
            ExportError: it cannot be written, or a part was removed or changed meanwhile.
        """
        self._directory.check_unchanged(self.manifest.files)
        gone = dict.fromkeys(sorted(forgotten & self.manifest.failures.keys()))
        self._save(Change(run=evolve(self.manifest.run, finished=now()), noted=noted, failures=gone))
        self._directory.sweep(self.record.names)

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

    def _changed(self, batch: Batch, content: bytes) -> Change:
        """What a batch changes, whose rows are this content; the files that it names are prepared."""
        before = self.manifest
        parts, gone = self._replaced(batch)
        new = {key: rows for key, rows in batch.rows.items() if rows and key not in self._places}
        following = before.next_part
        if new:
            name = f"part-{following:06}-{before.mark}.{before.file_format}"
            keys = {key: len(rows) for key, rows in new.items()}
            parts.append(self._prepared(name, keys, content if len(new) == len(batch.rows) else self._encode(new)))
            following += 1
        removed = sorted(batch.removed)
        solved = [key for key in (*batch.done, *removed) if key in before.failures]
        forgotten = [key for key in removed if key in before.done and key not in batch.done]
        return Change(
            parts=parts,
            gone=gone,
            next_part=following,
            done={**dict.fromkeys(removed), **batch.done},
            failures={**dict.fromkeys(solved), **batch.failures},
            removed={
                **{key: None for key in batch.done if key in before.removed},
                **dict.fromkeys(forgotten, before.run.number),
            },
            history=self._history_with(batch),
        )

    def _replaced(self, batch: Batch) -> tuple[list[Part], list[str]]:
        """The parts of keys that have rows already, with their new ones; and the names of those that are left empty."""
        affected: dict[str, dict[str, Sequence[ResultRow]]] = defaultdict(dict)
        for key in (*batch.rows, *sorted(batch.removed - batch.rows.keys())):
            if key in self._places:
                affected[self._places[key]][key] = batch.rows.get(key, ())
        parts, gone = list[Part](), list[str]()
        for name, rows in sorted(affected.items()):
            part = self._parts[name]
            counts = {key: len(each) for key, each in rows.items() if part.keys[key] != len(each)}
            if any({**part.keys, **counts}.values()):
                before = read_file(self.directory, part)
                with readable(self.directory, part):
                    content = self._spliced(before, part.keys, rows)
                parts.append(self._prepared(name, counts, content, part))
            else:
                self._directory.withdraw(name)
                gone.append(name)
        return parts, gone

    def _spliced(self, content: bytes, keys: Mapping[str, int], rows: Mapping[str, Sequence[ResultRow]]) -> bytes:
        return with_rows(content, keys, rows, file_format=self.manifest.file_format, excel=self.manifest.excel)

    def _history_with(self, batch: Batch) -> HistoryChange | None:
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
            # In a history, and in tables of changes, a key stands beside its rows.
            "".join(key for key, each in rows.items() if each).encode()
            return self._encode(rows), {}
        except Exception:
            refused: dict[str, str] = {}
            for key, each in rows.items():
                try:
                    (key if each else "").encode()
                    self._encode({key: each})
                except Exception as error:
                    refused[key] = reason(error)
            if not refused:
                raise
        return self._encode({key: each for key, each in rows.items() if key not in refused}), refused

    def _rows_of(self, part: Part) -> dict[str, list[ResultRow]]:
        rows = iter(read_part(self.directory, part))
        return {key: [next(rows) for _ in range(count)] for key, count in part.keys.items()}

    def _prepared(self, name: str, keys: Mapping[str, int], content: bytes, before: Part | None = None) -> Part:
        """A part, whose content is prepared, with the number of rows of keys that had others before."""
        self._directory.prepare(name, content)
        counts = {**before.keys, **keys} if before else keys
        rows = sum(counts.values())
        return Part(file=name, rows=rows, bytes=len(content), sha256=checksum(content), keys=keys)

    def _save(self, change: Change) -> None:
        earlier = [self._parts[name] for name in change.gone]
        try:
            self._journal.write(change)
        except ExportError:  # the record has been read again
            self._index()
            raise
        if change.parts or earlier:
            self._parts = {part.file: part for part in self.manifest.parts}
        for key in (key for part in earlier for key in part.keys):
            del self._places[key]
        for part in change.parts:
            for key, count in part.keys.items():
                if count:
                    self._places[key] = part.file
                else:
                    del self._places[key]

    def _index(self) -> None:
        """Find parts by their names, and the parts of keys."""
        self._parts = {part.file: part for part in self.manifest.parts}
        self._places = {key: part.file for part in self.manifest.parts for key in part.keys}


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
    settings = (
        {
            "file format": one.file_format,
            "excel": one.excel,
            "history": "kept" if one.history else "not kept",
        }
        for one in (found, new)
    )
    # Apart from each other, because an option may have the name of a setting; the vendor is the first option.
    for before, asked in ((found.options, new.options), tuple(settings)):
        for name in {**before, **asked}:
            if not _is_same(before.get(name), asked.get(name)):
                raise ExportError(
                    f"{name} was {before.get(name)!r} and is now {asked.get(name)!r}; export to a new directory",
                    directory,
                )


def _is_same(before: Any, asked: Any) -> bool:
    """Whether an option is the same; of a list, such as of segments, the order says nothing about what is exported."""
    if isinstance(before, list) and isinstance(asked, list):
        one, other = cast("list[object]", before), cast("list[object]", asked)
        return sorted(one, key=repr) == sorted(other, key=repr)
    return bool(before == asked)
