"""Directories beside what is made, in which runs work; and what runs have left there that were killed.

A run locks its directory, and the system releases the lock when its process ends, for any reason.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

_PREFIX = ".abclient-generate-"
_REPLACED = "replaced"

_UNLOCKED = -1


@contextmanager
def scratch_in(place: Path) -> Generator[Path]:
    """A directory of its own for a run; afterwards it is gone."""
    scratch, lock = _locked_in(place)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch)
        _release(lock)


def replaced_in(scratch: Path, name: str) -> Path:
    """Where something is kept until what replaces it is in its place; ``clear`` puts it back if that never came."""
    (scratch / _REPLACED).mkdir()
    return scratch / _REPLACED / name


def clear(place: Path) -> None:
    """Remove what killed runs have left, and put back what they had moved away; what a run works in is let be."""
    for scratch in place.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # it is in use, or another user's
            lock = _UNLOCKED if scratch.is_symlink() else _lock(scratch)
            if lock != _UNLOCKED:
                try:
                    _put_back(scratch / _REPLACED, place)
                    shutil.rmtree(scratch)
                finally:
                    _release(lock)


def _put_back(replaced: Path, place: Path) -> None:
    for one in replaced.glob("*"):
        if not os.path.lexists(place / one.name):
            one.rename(place / one.name)


def _locked_in(place: Path) -> tuple[Path, int]:
    """A new directory and its lock."""
    while True:
        scratch = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        with suppress(BlockingIOError, FileNotFoundError):  # another run cleared it before it was locked
            lock = _lock(scratch)
            if scratch.exists():
                return scratch, lock
            _release(lock)


def _lock(scratch: Path) -> int:
    """The lock of a directory; ``_UNLOCKED`` where the system, or the file system, has none.

    Raises:
        BlockingIOError: another run has it.
        OSError: it cannot be opened.
    """
    fcntl = _fcntl()
    if fcntl is None:
        return _UNLOCKED
    descriptor = os.open(scratch, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    except OSError:
        os.close(descriptor)
        return _UNLOCKED
    return descriptor


def _release(lock: int) -> None:
    if lock != _UNLOCKED:
        os.close(lock)


def _fcntl() -> ModuleType | None:
    try:
        import fcntl
    except ImportError:  # Windows has other locks: what a killed run leaves there, stays
        return None
    return fcntl
