"""The files of an export directory, and how they change: a crash loses nothing, and leaves nothing to be read twice.

New content is first written beside the file that it belongs to, under a name that programs skip which read whole
directories. A new manifest decides that it counts; only then is the file put in place. The next run completes or
removes what a crash left, and readers of this package find what counts in either place.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Generator, Iterable, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from .._files import draft_beside, publish, read_regular, require_regular, sync_directory
from ..errors import ExportError
from ._lock import Lock
from ._manifest import StoredFile

DRAFT = ".abclient-draft-"
_DRAFTS = re.compile(r"\.abclient-draft(-[0-9a-f]{32})?")
"""Also that of earlier versions."""

_PENDING = ".pending"

_KEPT = "what was exported before is kept"
_BROKEN = "bring it back from a copy, or export to a new directory"
"""What is said of files that cannot be written, and of those that are not what they were."""


class Directory:
    """An export directory that this process holds the lock of.

    Args:
        path: where it is.
        lock: its lock.
        mark: the part of its files' names by which they are recognized.
        file_format: of its parts.
    """

    def __init__(self, path: Path, lock: Lock, mark: str, file_format: str) -> None:
        self.path: Path = path
        self._lock = lock
        self._own = re.compile(rf"(part-\d{{6,}}-{mark}\.{file_format}|_(history|journal)-\d{{6,}}-{mark}\.[a-z]+)")
        self._seen: dict[str, Look] = {}
        self._pending: set[str] | None = None  # what a crash left there is not known

    def put(self, name: str, content: bytes) -> None:
        """A file with this content, or the one that was there before: never half of it."""
        with explained(self.path, name):
            self._lock.check()
            with draft_beside(self.path / name, DRAFT) as draft:
                draft.write(content)
                publish(draft, self.path / name)

    def prepare(self, name: str, content: bytes) -> None:
        """Write the next content of a file, which ``settle`` puts in its place once the manifest names it."""
        with explained(self.path, name):
            self._lock.check()
            place = self.path / _pending(name)
            place.unlink(missing_ok=True)
            self._note(name)
            with place.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())

    def withdraw(self, name: str) -> None:
        """Hide a file that the next manifest does not name; ``settle`` removes it then."""
        with explained(self.path, name):
            self._lock.check()
            self._note(name)
            (self.path / name).replace(self.path / _pending(name))

    def settle(self, files: Iterable[StoredFile]) -> None:
        """Put in place what was prepared and the manifest names, and remove the rest.

        The first time it looks at the whole directory, as a crash may have left something there.
        """
        named = {one.file: one for one in files}
        with explained(self.path):
            left = self._left()
            for place in left:
                file = named.get(place.name[1 : -len(_PENDING)])
                if file is not None and _is_content(read_regular(place), file):
                    place.replace(self.path / file.file)
                    self._seen[file.file] = look_at(self.path / file.file)
                else:
                    place.unlink()
            if left:
                sync_directory(self.path)
            self._pending = set()

    def _left(self) -> list[Path]:
        if self._pending is None:
            return [path for path in self.path.iterdir() if self._is_pending(path)]
        places = [self.path / _pending(name) for name in sorted(self._pending)]
        return [path for path in places if os.path.lexists(path) and self._is_pending(path)]

    def _note(self, name: str) -> None:
        if self._pending is not None:
            self._pending.add(name)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files that do not count any more, as ``sweep`` would do later."""
        for name in names:
            with suppress(OSError):
                (self.path / name).unlink()

    def look(self, files: Iterable[StoredFile]) -> None:
        """Check that every file is there and has the right size.

        Raises:
            ExportError: one is not.
        """
        for one in files:
            with explained(self.path, one.file, _BROKEN):
                self._seen[one.file] = seen = look_at(self.path / one.file)
            if seen.size != one.bytes:
                raise ExportError(
                    f"{one.file} has {seen.size} bytes; the manifest says {one.bytes}; {_BROKEN}", self.path
                )

    def check_unchanged(self, files: Iterable[StoredFile]) -> None:
        """Check that nothing else changed or removed a file.

        Raises:
            ExportError: something did.
        """
        for one in files:
            with explained(self.path, one.file, _BROKEN):
                if look_at(self.path / one.file) != self._seen[one.file]:
                    raise ExportError(f"{one.file} was changed while this export ran", self.path)

    def sweep(self, named: Set[str]) -> None:
        """Remove what a crash left: drafts, and files with this export's mark that are not named."""
        with explained(self.path):
            for path in self.path.iterdir():
                left = path.name not in named and (self._own.fullmatch(path.name) or _DRAFTS.fullmatch(path.name))
                if left and stat.S_ISREG(path.lstat().st_mode):
                    path.unlink()

    def close(self) -> None:
        """Release the lock."""
        self._lock.release()

    def _is_pending(self, path: Path) -> bool:
        name = path.name.removeprefix("_").removesuffix(_PENDING)
        return path.name == _pending(name) and bool(self._own.fullmatch(name)) and stat.S_ISREG(path.lstat().st_mode)


def read_file(directory: Path, file: StoredFile) -> bytes:
    """The content of a file that a manifest names.

    Raises:
        ExportError: the file is missing, or is not what the manifest says.
    """
    with suppress(OSError):  # where it is if a crash came after the manifest was written
        content = read_regular(directory / _pending(file.file))
        if _is_content(content, file):
            return content
    with explained(directory, file.file, _BROKEN):
        content = read_regular(directory / file.file)
    if not _is_content(content, file):
        raise ExportError(f"{file.file} was changed: its checksum is not the manifest's", directory)
    return content


def checksum(content: bytes) -> str:
    """The SHA-256 checksum, as manifests have it."""
    return hashlib.sha256(content).hexdigest()


def _is_content(content: bytes, file: StoredFile) -> bool:
    return len(content) == file.bytes and checksum(content) == file.sha256


def _pending(name: str) -> str:
    return f"_{name}{_PENDING}"


class Look(NamedTuple):
    """What shows that a file is still the same."""

    number: int
    size: int
    changed: int


def look_at(path: Path) -> Look:
    """Look at a file; raises OSError if it is not there, or is a link, a directory, a pipe or a device."""
    found = path.lstat()
    require_regular(path, found)
    return Look(found.st_ino, found.st_size, found.st_mtime_ns)


@contextmanager
def explained(directory: Path, name: str = "", advice: str = _KEPT) -> Generator[None]:
    """Turn an error of the operating system into one that names the directory and says what to do."""
    try:
        yield
    except OSError as error:
        what = f"{name}: " if name else ""
        raise ExportError(f"{what}{error.strerror or error}; {advice}", directory) from error
