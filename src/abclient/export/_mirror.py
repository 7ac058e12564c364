"""A copy of an export at a URL, such as on object storage: always whole, and another machine can continue from it.

The order is that of the directory: new content first, under a name that programs skip which read whole directories;
then the manifest, which decides that it counts; then each file in its place. Whatever is killed in between, the
manifest there names what is there.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Set
from pathlib import Path

from attrs import evolve

from .._files import make_directory, read_regular
from ..errors import ExportError
from ._directory import DRAFT, Directory, checksum, explained, read_file
from ._lock import Lock
from ._manifest import Manifest, StoredFile
from ._manifest_file import MANIFESTS, manifest_content
from ._objects import Objects
from ._record import Record, RecordFile, following_name, following_number, read_record, record_of

_LOGGER = logging.getLogger("abclient")

_HEAD = 1024
"""Bytes of a manifest's file in which the number of its journal is."""


class Mirror:
    """The copy of an export at a URL, and its directory.

    Args:
        url: such as ``s3://bucket/prefix``.
        directory: of the export.

    Raises:
        ConfigurationError: the URL has an unknown protocol, or none.
        ExportError: the place cannot be reached, or what is there is damaged.
        ImportError: fsspec, or what it needs for the protocol, is not installed.
    """

    def __init__(self, url: str, directory: Path) -> None:
        self._objects = Objects(url, directory)
        self._directory = directory
        self._known: set[tuple[RecordFile, ...]] | None = None
        self._settled = False
        self._contents: dict[str, bytes] = {}
        self._head: bytes | None = None
        self.here: Record | None = read_record(directory)
        self._record: Record | None = self._found(self.here)

    @property
    def name(self) -> str:
        """The URL, without a password."""
        return self._objects.name

    @property
    def is_empty(self) -> bool:
        """Whether there is no copy."""
        return self._record is None

    def _found(self, here: Record | None) -> Record | None:
        """The record that is there; without reading all of it, if it is the one that is here."""
        if here is not None:
            self._head = self._head_of(here.files[0])
            if self._is(here):
                return here
        base = next((name for name in MANIFESTS if self._objects.read(name, _HEAD)), None)
        if base is None:
            return None
        record = record_of(self._read, self._directory / base, left_over=True)
        self._head = self._contents[base][:_HEAD]
        return record

    def _is(self, record: Record) -> bool:
        """Whether this is what is there.

        Each file of a journal has the checksum of the one before. But where a manifest was written and a crash came
        before the journal that it does not need was removed, only the manifest shows that.
        """
        if self._objects.read(record.files[0].name, _HEAD) != self._head:
            return False
        last = self._objects.read(record.files[-1].name)
        if last is None or checksum(last) != record.files[-1].sha256:
            return False
        return self._objects.read(following_name(record), _HEAD) is None

    def _read(self, name: str) -> bytes | None:
        content = self._contents.get(name)
        if content is None and (content := self._objects.read(name)) is not None:
            self._contents[name] = content
        return content

    def _head_of(self, file: RecordFile) -> bytes:
        return self._content_of_record(file)[:_HEAD]

    def pull(self) -> None:
        """Bring the directory to what the copy is, if that is further, or the directory is empty.

        Raises:
            ExportError: the two are of different exports, or one cannot be read or written.
        """
        there, here = self._record, self.here
        if there is None:
            self._objects.check_writable()
            return
        self._check_same(here)
        if here is None or _progress(there.manifest) > _progress(here.manifest):
            self._download(there, here)
            self.here = there
        self._contents.clear()

    def push(self, here: Record | None = None) -> None:
        """Bring the copy to what the directory is.

        Args:
            here: the record of the directory, if it need not be read.

        Raises:
            ExportError: another process has written to the copy, or one cannot be read or written.
        """
        here = here or read_record(self._directory)
        if here is None:
            raise ExportError("there is no export in it", self._directory)
        self._contents.clear()
        self._check_same(here)
        if self._known is not None:
            self._read_again(self._known)
        if not self._settled:
            self._settle()
        there = self._record
        if there is not None and there.files == here.files:
            return
        self._known = {there.files if there else (), here.files}
        before = {one.file: one.sha256 for one in there.manifest.files} if there else {}
        new = [one for one in here.manifest.files if before.get(one.file) != one.sha256]
        for one in new:
            self._objects.write(_pending(one), read_file(self._directory, one))
        self._check_alone(there)
        for file in reversed([file for file in here.files if there is None or file not in there.files]):
            # The first of them is what makes all of them count: the others follow what is not there yet.
            self._objects.write(file.name, self._content_of_record(file))
        self._record, self._head = here, self._head_of(here.files[0])
        for one in new:
            self._objects.copy(_pending(one), one.file)
            self._objects.remove(_pending(one))
        for name in sorted((there.names if there else set[str]()) - here.names):
            self._objects.remove(name)
        self._known = None

    def _check_same(self, here: Record | None) -> None:
        if here is not None and self._record is not None and here.manifest.mark != self._record.manifest.mark:
            raise ExportError(f"{self._objects.name} has a copy of another export; use another URL", self._directory)

    def _check_alone(self, there: Record | None) -> None:
        """Check that the record there is the one that this process knows."""
        names = MANIFESTS if there is None else ()
        if any(self._objects.read(name, _HEAD) for name in names) or not (there is None or self._is(there)):
            raise ExportError(
                f"another process has written to {self._objects.name}; run one export at a time", self._directory
            )

    def _read_again(self, known: Set[tuple[RecordFile, ...]]) -> None:
        """Find out what is there after a failure: either of what was, and what was to be."""
        self._record, self._settled = self._found(None), False
        self._contents.clear()
        if (self._record.files if self._record else ()) not in known:
            raise ExportError(
                f"another process has written to {self._objects.name}; run one export at a time", self._directory
            )

    def _content_of_record(self, file: RecordFile) -> bytes:
        with explained(self._directory, file.name):
            content = read_regular(self._directory / file.name)
        if checksum(content) != file.sha256:
            raise ExportError(f"{file.name} was replaced while it was copied; copy again", self._directory)
        return content

    def try_to_push(self, here: Record) -> None:
        """As ``push``; what fails is logged, and done by the next one."""
        try:
            self.push(here)
        except ExportError as error:
            _LOGGER.warning("%s", error)

    def _settle(self) -> None:
        """Put in place what counts, and remove what does not, wherever the process before this one ended."""
        self._settled = True
        if self._record is None:
            return
        names, mark = self._record.names, self._record.manifest.mark
        named = {_pending(one): one for one in self._record.manifest.files}
        for name in self._objects.names():
            if name in named:
                if _is_content(self._objects.read(name), named[name]):
                    self._objects.copy(name, named[name].file)
                self._objects.remove(name)
            elif (f"-{mark}." in name and name not in names) or name.startswith(DRAFT):
                self._objects.remove(name)

    def _download(self, there: Record, here: Record | None) -> None:
        with explained(self._directory):
            make_directory(self._directory)
            lock = Lock(self._directory)
        manifest = there.manifest
        directory = Directory(self._directory, lock, manifest.mark, manifest.file_format)
        known = {one.file: one.sha256 for one in here.manifest.files} if here else {}
        try:
            for one in manifest.files:
                if known.get(one.file) != one.sha256:
                    directory.prepare(one.file, self._content_of(one))
            if here is not None:
                # In one step, after which none of its files of a journal counts, so that others can take their places.
                whole = _beyond(there, here)
                directory.put(here.files[0].name, manifest_content(whole))
                directory.settle(manifest.files)
            directory.sweep(there.names)
            for file in reversed(there.files):
                directory.put(file.name, self._read(file.name) or b"")
            directory.settle(manifest.files)
        finally:
            directory.close()

    def _content_of(self, file: StoredFile) -> bytes:
        for name in (file.file, _pending(file)):  # the latter, if a process was killed before it was done
            content = self._objects.read(name)
            if content is not None and _is_content(content, file):
                return content
        raise ExportError(f"{self._objects.name}: {file.file} is not what its manifest says", self._directory)


def mirror_export(directory: str | os.PathLike[str], url: str) -> None:
    """Copy an export to a URL, such as one on object storage; called again, only what has changed.

    ``export_rows`` and ``export_source`` do this after each part, if ``mirror`` is given.

    Args:
        directory: of the export.
        url: a URL of fsspec, such as ``s3://bucket/prefix``; its protocol may need a library, such as ``s3fs``.

    Raises:
        ConfigurationError: the URL has an unknown protocol, or none.
        ExportError: there is no export, the place cannot be written, has a copy of another export, or is written by
            another process, too.
        ImportError: fsspec, or what it needs for the protocol, is not installed.
    """
    Mirror(url, Path(directory)).push()


def restore_export(url: str, directory: str | os.PathLike[str]) -> None:
    """Bring a directory to what the copy of an export at a URL is, unless it is further already.

    Args:
        url: of the copy.
        directory: to write to; new, or of the same export.

    Raises:
        ConfigurationError: the URL has an unknown protocol, or none.
        ExportError: there is no copy, it is damaged or of another export, or the directory cannot be written.
        ImportError: fsspec, or what it needs for the protocol, is not installed.
    """
    mirror = Mirror(url, Path(directory))
    if mirror.is_empty:
        raise ExportError(f"there is no copy of an export at {mirror.name}", Path(directory))
    mirror.pull()


def _progress(manifest: Manifest) -> tuple[int, int, bool, int]:
    """What grows while an export goes on."""
    run = manifest.run
    done = sum(one.run == run.number for one in manifest.done.values())
    return (run.number, done, run.finished is not None, manifest.next_part)


def _beyond(there: Record, here: Record) -> Manifest:
    """What the copy has, with numbers that no file of either has: those that are here are left until they are swept."""
    manifest, before = there.manifest, here.manifest
    history = manifest.history
    if history is not None and before.history is not None:
        history = evolve(history, next_part=max(history.next_part, before.history.next_part))
    return evolve(
        manifest,
        journal=max(following_number(there), following_number(here)),
        next_part=max(manifest.next_part, before.next_part),
        history=history,
    )


def _pending(file: StoredFile) -> str:
    """Where a file is until the manifest counts; programs that read whole directories skip it."""
    return f"_{file.file}.{file.sha256[:16]}.pending"


def _is_content(content: bytes | None, file: StoredFile) -> bool:
    return content is not None and len(content) == file.bytes and checksum(content) == file.sha256
