"""A copy of an export at a URL, such as on object storage: always whole, and another machine can continue from it.

The order is that of the directory: new content first, under a name that programs skip which read whole directories;
then the manifest, which decides that it counts; then each file in its place. Whatever is killed in between, the
manifest there names what is there.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Set
from pathlib import Path

from .._files import make_directory, read_regular
from ..errors import ExportError
from ._directory import DRAFT, Directory, checksum, explained, read_file
from ._lock import Lock
from ._manifest import Manifest, StoredFile
from ._manifest_file import MANIFESTS, find_manifest, manifest_name, manifest_of, read_manifest
from ._objects import Objects

_LOGGER = logging.getLogger("abclient")


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
        self._content: bytes | None = None
        self._manifest: Manifest | None = None
        self._settled = False
        for name in MANIFESTS:
            content = self._objects.read(name)
            if content is not None:
                self._content, self._manifest = content, manifest_of(content, directory / name)
                break

    @property
    def name(self) -> str:
        """The URL, without a password."""
        return self._objects.name

    @property
    def is_empty(self) -> bool:
        """Whether there is no copy."""
        return self._manifest is None

    def pull(self) -> None:
        """Bring the directory to what the copy is, if that is further, or the directory is empty.

        Raises:
            ExportError: the two are of different exports, or one cannot be read or written.
        """
        there, here = self._manifest, read_manifest(self._directory)
        if there is None or self._content is None:
            return
        if here is not None and here.mark != there.mark:
            raise ExportError(f"{self._objects.name} has a copy of another export; use another URL", self._directory)
        if here is None or _progress(there) > _progress(here):
            self._download(there, self._content, {one.file: one.sha256 for one in here.files} if here else {})

    def push(self) -> None:
        """Bring the copy to what the directory is.

        Raises:
            ExportError: another process has written to the copy, or one cannot be read or written.
        """
        place = find_manifest(self._directory)
        manifest = read_manifest(self._directory)
        if place is None or manifest is None:
            raise ExportError("there is no export in it", self._directory)
        with explained(self._directory, place.name):
            content = read_regular(place)
        if self._manifest is not None and manifest.mark != self._manifest.mark:
            raise ExportError(f"{self._objects.name} has a copy of another export; use another URL", self._directory)
        if not self._settled:
            self._settle()
        if content == self._content:
            return
        before = {one.file: one.sha256 for one in self._manifest.files} if self._manifest else {}
        new = [one for one in manifest.files if before.get(one.file) != one.sha256]
        for one in new:
            self._objects.write(_pending(one), read_file(self._directory, one))
        if self._objects.read(place.name) != self._content:
            raise ExportError(
                f"another process has written to {self._objects.name}; run one export at a time", self._directory
            )
        self._objects.write(place.name, content)
        self._manifest, self._content = manifest, content
        self._settle({_pending(one) for one in new})

    def try_to_push(self) -> None:
        """As ``push``; what fails is logged, and done by the next one."""
        try:
            self.push()
        except ExportError as error:
            _LOGGER.warning("%s", error)

    def _settle(self, whole: Set[str] = frozenset()) -> None:
        """Put in place what counts, and remove what does not.

        Args:
            whole: what this process has written, which need not be read again.
        """
        self._settled = True
        if self._manifest is None:
            return
        files = {one.file for one in self._manifest.files}
        named = {_pending(one): one for one in self._manifest.files}
        for name in self._objects.names():
            if name in named:
                if name in whole or _is_content(self._objects.read(name), named[name]):
                    self._objects.copy(name, named[name].file)
                self._objects.remove(name)
            elif (f"-{self._manifest.mark}." in name and name not in files) or name.startswith(DRAFT):
                self._objects.remove(name)

    def _download(self, there: Manifest, content: bytes, known: Mapping[str, str]) -> None:
        with explained(self._directory):
            make_directory(self._directory)
            lock = Lock(self._directory)
        directory = Directory(self._directory, lock, there.mark, there.file_format)
        try:
            for one in there.files:
                if known.get(one.file) != one.sha256:
                    directory.prepare(one.file, self._content_of(one))
            directory.put(manifest_name(there.file_format), content)
            directory.settle(there.files)
            directory.sweep(there.files)
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


def _pending(file: StoredFile) -> str:
    """Where a file is until the manifest counts; programs that read whole directories skip it."""
    return f"_{file.file}.{file.sha256[:16]}.pending"


def _is_content(content: bytes | None, file: StoredFile) -> bool:
    return content is not None and len(content) == file.bytes and checksum(content) == file.sha256
