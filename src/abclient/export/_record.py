"""The record of an export on its disk: the manifest's file, and a journal of what has changed since it was written.

Each change is one new file put in place by one rename, so that it costs what it changes, and not what the export has:

- The journal is in files that are numbered on, ``_journal-000001-3f9c27aa.json``. Each says which content it follows,
  by checksum, and has a list of changes. The last one is replaced by a longer one until it is full; then the next one
  begins.
- The manifest has the number of the first file that continues it. When the journal is larger than the manifest, a new
  one is written that needs none. So what an export writes to its record in all grows with the number of its keys.
- A record that is no larger than a file of the journal is always written whole.
- Each file begins with a checksum of the rest, and has what there is of each key in columns.

No file grows in place: what was appended may be there in half after a crash, a copy on object storage cannot be
appended to, and beside Parquet each file must have a footer. Nor is it SQLite, whose file would have to be copied whole
for a change of one key, whose locks do not work on many network disks, and whose readers write to the directory.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from attrs import evolve

from .._files import read_regular
from ..errors import ExportError
from ._change import Change, Changing, applied, change_of
from ._directory import Directory, Look, checksum, look_at
from ._manifest import Manifest
from ._manifest_file import (
    check_manifest,
    document_of,
    find_manifest,
    manifest_content,
    manifest_name,
    plain,
    stored,
    unchecked,
    undamaged,
)
from ._seal import SEAL, members_of, sealed
from ._values import fields_of, list_of, text

FULL = 256 * 1024
"""Bytes after which another file of the journal begins: each change rewrites no more than that."""

_BEGIN = b'"follows": "%s", "changes": [\n'
_BETWEEN = b",\n"
_END = b"\n]}\n"
_TRIES = 10


class RecordFile(NamedTuple):
    """A file of a record.

    Attributes:
        name: its name.
        bytes: how large it is.
        sha256: the checksum of its content.
    """

    name: str
    bytes: int
    sha256: str


class Record(NamedTuple):
    """A record, and the files that it is in.

    Attributes:
        manifest: what the export has, by all of the files.
        files: the manifest's file, then those of the journal.
        last: the JSON of the last file of the journal; None if it has none.
    """

    manifest: Manifest
    files: tuple[RecordFile, ...]
    last: bytes | None = None

    @property
    def names(self) -> set[str]:
        """The names of all files of the export."""
        return {one.name for one in self.files} | {one.file for one in self.manifest.files}


def read_manifest(directory: Path, *, earlier_rows: bool = False) -> Manifest | None:
    """What an export has; None if there is none.

    Args:
        directory: of the export.
        earlier_rows: whether rows of an earlier schema can be read as well.

    Raises:
        ExportError: it cannot be read, is damaged, or was written by another version.
    """
    record = read_record(directory, earlier_rows=earlier_rows)
    return record.manifest if record else None


def read_record(directory: Path, *, earlier_rows: bool = False, known: Record | None = None) -> Record | None:
    """The record of an export; None if there is none. Arguments and errors as for ``read_manifest``.

    ``known`` is one that was read before: it is returned again if its files are still what they were.
    """
    place = find_manifest(directory)
    if place is None:
        return None
    for _ in range(_TRIES):
        looks: dict[str, Look | None] = {}
        read = _reader(directory, looks)
        try:
            names, seen = [one.name for one in directory.iterdir()], look_at(place)
            record = known if known is not None and _is(known, read, place) else None
            record = record or record_of(read, place, earlier_rows=earlier_rows)
            if look_at(place) == seen:  # else the journal that was looked for may be in a new manifest now
                _check_none_lost(record, names, directory)
                return record
        except OSError as error:
            name = Path(error.filename or place).name
            raise ExportError(f"{name} cannot be read: {error.strerror}", directory) from error
        except ExportError:
            if not _replaced(directory, looks):  # else two files may be of different moments, and none is damaged
                raise
    raise ExportError(f"{place.name} is written too often to be read", directory)


def _check_none_lost(record: Record, names: Iterable[str], directory: Path) -> None:
    """Check that the record knows the files of this export that were there before it was read.

    A file is named by the record before it is in its place, so one with a number that is yet to come shows that a file
    of the record is lost. To go on without it would remove the rows that it named.
    """
    manifest = record.manifest
    if not manifest.journal:  # earlier versions put files in place in another order
        return
    beside = "parquet" if manifest.file_format == "parquet" else None
    following: dict[tuple[str, str], int] = {("part", manifest.file_format): manifest.next_part}
    following["_journal", beside or "json"] = following_number(record)
    if manifest.history is not None:
        following["_history", beside or "snapshots"] = manifest.history.next_part
    own = re.compile(rf"([a-z_]+)-(\d{{6,}})-{manifest.mark}\.([a-z]+)")
    strange: list[str] = []
    for name in sorted(names):
        found = own.fullmatch(name)
        number = following.get((found[1], found[3])) if found else None
        if found and number is not None and int(found[2]) >= number and (directory / name).is_file():
            strange.append(name)
    if strange:
        which = f"{strange[0]} is" if len(strange) == 1 else f"{strange[0]} and {len(strange) - 1} more are"
        raise ExportError(
            f"{which} there, but {record.files[0].name} and its journal do not say so: one of their files is lost, or "
            "this is a copy that was made while an export went on. Copy the directory as a whole again, or move away "
            "what they do not name, to go on without it",
            directory,
        )


def _replaced(directory: Path, looks: Mapping[str, Look | None]) -> bool:
    """Whether any of these files is another one now."""
    for name, seen in looks.items():
        try:
            now = look_at(directory / name)
        except OSError:
            now = None
        if now != seen:
            return True
    return False


def _is(record: Record, read: Callable[[str], bytes | None], place: Path) -> bool:
    """Whether its files, and no others, are still there."""
    if place.name != record.files[0].name or read(following_name(record)) is not None:
        return False
    contents = ((read(one.name), one) for one in record.files)
    return all(content is not None and checksum(content) == one.sha256 for content, one in contents)


def _reader(directory: Path, looks: dict[str, Look | None]) -> Callable[[str], bytes | None]:
    """What reads files of a directory, and keeps how each looked before it was read."""

    def read(name: str) -> bytes | None:
        looks[name] = None
        try:
            looks[name] = look_at(directory / name)
            return read_regular(directory / name)
        except FileNotFoundError:
            return None

    return read


def record_of(
    read: Callable[[str], bytes | None], place: Path, *, earlier_rows: bool = False, left_over: bool = False
) -> Record:
    """The record that files have.

    Args:
        read: gives the content of a file, or None if it is not there.
        place: of the manifest's file.
        earlier_rows: whether rows of an earlier schema can be read as well.
        left_over: whether a file that does not follow the one before may have been left by a crash, and ends the
            journal; otherwise it is an error.

    Raises:
        ExportError: a file is damaged, or was written by another version.
    """
    with _no_collection():
        return _record_of(read, place, earlier_rows=earlier_rows, left_over=left_over)


@contextmanager
def _no_collection() -> Generator[None]:
    """Leave what is made meanwhile to later collections: of 100,000 keys, they took half of the time.

    Two threads may do so at once: the last thing that either does is to switch it on, if it was on before both.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _record_of(read: Callable[[str], bytes | None], place: Path, *, earlier_rows: bool, left_over: bool) -> Record:
    content = read(place.name) or b""
    manifest = unchecked(content, place, earlier_rows=earlier_rows)
    with undamaged(place):
        changing = Changing(manifest)
    files, last = [RecordFile(place.name, len(content), checksum(content))], None
    for number in count(manifest.journal) if manifest.journal else ():
        following = read(name := journal_name(manifest, number))
        if following is None:
            break
        with undamaged(place.with_name(name)):
            document = plain(following, place.with_name(name))
            values = fields_of(document_of(document), _JOURNAL)
            if left_over and values["follows"] != files[-1].sha256:
                break
            if values["follows"] != files[-1].sha256:
                raise ValueError(f"it does not follow {files[-1].name}")
            for change in values["changes"]:
                changing.apply(change)
        files.append(RecordFile(name, len(following), checksum(following)))
        last = document
    manifest = changing.manifest()
    with undamaged(place.with_name(files[-1].name)):
        check_manifest(manifest)
    return Record(manifest, tuple(files), last)


def following_number(record: Record) -> int:
    """The number of the next file of its journal."""
    return max(1, record.manifest.journal + len(record.files[1:]))


def following_name(record: Record) -> str:
    """The name of the next file of its journal."""
    return journal_name(record.manifest, following_number(record))


def journal_name(manifest: Manifest, number: int) -> str:
    """The name of a file of the journal."""
    ending = "parquet" if manifest.file_format == "parquet" else "json"
    return f"_journal-{number:06}-{manifest.mark}.{ending}"


_JOURNAL = {SEAL: text, "follows": text, "changes": list_of(change_of)}


class Journal:
    """The record of an export that this process writes.

    Args:
        directory: of the export.
        record: what it has; None if it is new.
        manifest: what a new one is to have.
    """

    def __init__(self, directory: Directory, record: Record | None, manifest: Manifest) -> None:
        self._directory = directory
        self.record: Record = record or Record(manifest, ())
        if record is None:
            self._write(self._whole(manifest))

    @property
    def manifest(self) -> Manifest:
        """What the export has."""
        return self.record.manifest

    def write(self, change: Change) -> None:
        """Write a change: when this returns, it counts, and would after a power failure.

        Raises:
            ExportError: it cannot be written; the record is then what the disk has.
        """
        entry = change.to_json()
        whole, *journal = self.record.files
        size = len(entry) + sum(one.bytes for one in journal)
        if not self.manifest.journal or whole.bytes + size <= FULL or size > max(FULL, whole.bytes):
            self._write(self._whole(applied(_copied(self.manifest), change)))
        else:
            self._write(self._longer(entry))
            self.record = self.record._replace(manifest=applied(self.manifest, change))

    def _whole(self, manifest: Manifest) -> tuple[Record, bytes]:
        """The record in the manifest's file alone."""
        manifest = evolve(manifest, journal=following_number(self.record))
        content = manifest_content(manifest)
        return Record(manifest, (_file(manifest_name(manifest.file_format), content),)), content

    def _longer(self, entry: bytes) -> tuple[Record, bytes]:
        """The record with an entry at the end of the journal."""
        manifest, files, last = self.record
        if last is not None and last.endswith(_END) and len(last) + len(entry) <= FULL:
            name = files[-1].name
            files, begun = files[:-1], members_of(last).removesuffix(_END) + _BETWEEN
        else:
            name = following_name(self.record)
            begun = _BEGIN % files[-1].sha256.encode()
        last = sealed((begun, entry, _END))
        content = stored(last, manifest.file_format)
        return Record(manifest, (*files, _file(name, content)), last), content

    def _write(self, new: tuple[Record, bytes]) -> None:
        record, content = new
        try:
            self._directory.put(record.files[-1].name, content)
        except ExportError:
            with suppress(ExportError):  # it may be in place already, but might not survive a power failure
                self.record = read_record(self._directory.path) or self.record
            raise
        before, self.record = self.record, record
        self._directory.remove({one.name for one in before.files} - {one.name for one in record.files})


def _copied(manifest: Manifest) -> Manifest:
    """The same, whose mappings can be changed."""
    history = manifest.history
    return evolve(
        manifest,
        done=dict(manifest.done),
        failures=dict(manifest.failures),
        removed=dict(manifest.removed),
        history=history and evolve(history, latest=dict(history.latest), removed=dict(history.removed)),
    )


def _file(name: str, content: bytes) -> RecordFile:
    return RecordFile(name, len(content), checksum(content))
