"""Files that are complete or absent, in directories that others may write to.

Nothing here follows a link, or opens anything but a regular file: a pipe would block forever, a device would act.
"""

from __future__ import annotations

import errno
import os
import stat
import uuid
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

# Systems without these flags also lack what they are for: Windows the first three, all others text mode.
_CAREFULLY = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_UNSYNCABLE = {errno.EINVAL, errno.ENOTSUP}
"""Errors of file systems that cannot sync directories."""


def open_regular(path: Path, flags: int) -> int:
    """A descriptor of a file, as ``os.open`` gives it.

    Raises:
        OSError: it cannot be opened, or is a link, a directory, a pipe or a device.
    """
    with suppress(FileNotFoundError):
        require_regular(path, path.lstat())
    descriptor = os.open(path, flags | _CAREFULLY, 0o666)
    try:
        require_regular(path, os.fstat(descriptor))  # it may have been replaced meanwhile
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def require_regular(path: Path, found: os.stat_result) -> None:
    """Check that something is a regular file.

    Raises:
        OSError: it is a link, a directory, a pipe or a device.
    """
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "Not a file, but a link, a pipe or a device", str(path))


def read_regular(path: Path) -> bytes:
    """The content of a file; errors as ``open_regular``."""
    with open(open_regular(path, os.O_RDONLY), "rb") as file:  # a descriptor
        return file.read()


@contextmanager
def draft_beside(target: Path, prefix: str = ".abclient-") -> Generator[BinaryIO]:
    """A new file in the target's directory, removed at the end unless it was published.

    Raises:
        OSError: it cannot be created, or the target is a directory, a pipe or a device.
    """
    with suppress(FileNotFoundError):  # also the target of a link: replacing the link would lose it
        require_regular(target, target.stat())
    path = target.with_name(prefix + uuid.uuid4().hex)
    try:
        with _created(path, target) as file:
            yield file
    finally:
        with suppress(OSError):  # the earlier error says more
            path.unlink(missing_ok=True)


def _created(path: Path, target: Path) -> BinaryIO:
    """A new file; an error names the target, which is what the caller knows of."""
    try:
        return path.open("xb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def publish(draft: BinaryIO, target: Path) -> None:
    """Put a complete draft in place, in one step that survives a power failure."""
    draft.flush()
    os.fsync(draft.fileno())
    draft.close()  # Windows cannot move open files
    Path(draft.name).replace(target)
    sync_directory(target.parent)


def make_directory(path: Path) -> None:
    """Create a directory and its parents, so that they survive a power failure.

    Raises:
        OSError: one cannot be created, or something else is in its place.
    """
    if not path.parent.exists():
        make_directory(path.parent)
    if not path.exists():
        path.mkdir(exist_ok=True)
        sync_directory(path.parent)
    path.mkdir(exist_ok=True)  # an error where something else is in its place


def sync_directory(path: Path) -> None:
    """Ensure that what was created, moved or removed in a directory survives a power failure.

    Raises:
        OSError: the system could not write it.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows cannot open directories, and other systems only those that may be listed
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNSYNCABLE:
            raise
    finally:
        os.close(descriptor)
