"""The lock of an export directory, which the system releases when its process ends, for any reason.

The directory itself is locked, because it cannot be removed unnoticed; so is a file in it, for file systems that
cannot lock directories, and for earlier versions of this package.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from .._files import open_regular
from ..errors import ExportError

LOCK = ".abclient-lock"

_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}


def is_taken(error: BaseException | None) -> bool:
    """Whether it says that another export holds the lock."""
    return isinstance(error, ExportError) and isinstance(error.__cause__, BlockingIOError)


class Lock:
    """The lock of a directory, taken when it is made.

    Args:
        directory: which one.

    Raises:
        ExportError: another export holds the lock, or the file system has no locks.
        OSError: its file cannot be made or opened.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._place: int | None = None
        self._whole = False
        self._file = open_regular(directory / LOCK, os.O_RDWR | os.O_CREAT)
        try:
            fcntl = _fcntl()
            if fcntl is not None:
                self._place = os.open(directory, os.O_RDONLY)
                self._whole = self._taken(fcntl, self._place, needed=False)
                self._taken(fcntl, self._file, needed=True)
                self.check()
        except BaseException:
            self.release()
            raise

    def check(self) -> None:
        """Check that the lock is still that of the directory.

        Raises:
            ExportError: the directory, or the file that alone is locked, was removed or replaced.
        """
        if self._place is None:
            return
        if not _same(os.fstat(self._place), self._directory.stat):
            raise ExportError("it was removed or replaced while this export wrote to it", self._directory)
        # An export that locks a new file is still refused where the directory is locked as well.
        if not self._whole and not _same(os.fstat(self._file), (self._directory / LOCK).lstat):
            raise ExportError(f"{LOCK} was removed or replaced while this export wrote to it", self._directory)

    def release(self) -> None:
        """Release the lock."""
        os.close(self._file)
        if self._place is not None:
            os.close(self._place)

    def _taken(self, fcntl: ModuleType, descriptor: int, *, needed: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _TAKEN:
                raise ExportError("another export is writing to it", self._directory) from error
            if needed:
                raise ExportError(
                    f"it cannot be locked ({error.strerror}), as on a network file system without locks; "
                    "export to a local directory",
                    self._directory,
                ) from error
            return False
        return True


def _fcntl() -> ModuleType | None:
    try:
        import fcntl
    except ImportError:  # Windows has other locks; there, the caller has to avoid two exports to one directory
        return None
    return fcntl


def _same(held: os.stat_result, found: Callable[[], os.stat_result]) -> bool:
    try:
        return os.path.samestat(held, found())
    except FileNotFoundError:
        return False
