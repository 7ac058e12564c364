"""The directory that a load works in: one at a time, and nothing of it is left."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from .._files import make_directory
from ._errors import LoadError


@contextmanager
def work_directory(parent: Path, destination: str) -> Generator[Path]:
    """An empty directory for loads to a destination, which this process alone uses.

    Args:
        parent: where it is made.
        destination: the destination's name; what a killed load to the same one left is removed.

    Raises:
        LoadError: it cannot be made, or another load to the same destination is running.
    """
    place = parent / _name(destination)
    lock = place.with_name(f"{place.name}.lock")
    try:
        make_directory(parent)
        with _locked(lock, destination):
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(mode=0o700)
            try:
                yield place
            finally:
                shutil.rmtree(place, ignore_errors=True)
    except OSError as error:
        raise LoadError(f"{parent}: {error.strerror or error}; name a directory to work in (--work)") from error


@contextmanager
def alone_with(file: Path | None) -> Generator[None]:
    """Keep other loads of this machine away from a file, wherever these work; from nothing, if there is none.

    DuckDB's own lock is held for a statement or a few, and the next may then follow one of another load.

    Args:
        file: the database.

    Raises:
        LoadError: another load to it is running, or no lock can be made beside it.
    """
    if file is None:
        yield
        return
    place = Path(os.path.realpath(file))
    try:
        with _locked(place.with_name(f"{_name(place.name)}.lock"), str(file)):
            yield
    except OSError as error:
        raise LoadError(f"{file}: it cannot be used: {error.strerror or error}") from error


def _name(of: str) -> str:
    return f".abclient-load-{hashlib.sha256(of.encode('utf-8', 'replace')).hexdigest()[:12]}"


@contextmanager
def _locked(lock: Path, destination: str) -> Generator[None]:
    """Hold the lock of a file, which is removed at the end."""
    while True:
        with lock.open("ab") as file:
            _take(file.fileno(), destination)
            if not _is_still_there(file.fileno(), lock):
                continue  # another load removed it after it was opened here
            try:
                yield
            finally:
                with suppress(OSError):
                    lock.unlink()
            return


def _is_still_there(descriptor: int, lock: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), lock.stat())
    except FileNotFoundError:
        return False


def _take(descriptor: int, destination: str) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has other locks; there, the caller has to avoid two loads to one destination
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise LoadError(f"another load to {destination} is running") from error
