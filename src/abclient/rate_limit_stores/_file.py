"""Rate limits that the processes of one machine share through locked files."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import field, frozen

from .._files import make_directory, open_regular
from .._ratelimit.shared_limits import SharedLimits, apply_exchange
from .._ratelimit.store import Exchange, Reply

_LOCK_SECONDS = 0.5  # a process that was stopped may hold the lock; this process's requests wait meanwhile
_LOCK_POLL_SECONDS = 0.002  # an exchange takes a tenth of that
_MAX_BYTES = 1 << 20  # a hundred times what the limits of one account take


@frozen
class FileRateLimitStore:
    """Keeps the rate limits of accounts in files of a directory, for the processes of one machine.

    Each request locks its account's file for as long as it takes to read and write a kilobyte. The files hold no
    credentials. It needs a local file system, because those of networks may have no locks, or slow ones.

    Attributes:
        directory: made if it does not exist. All processes need to be allowed to write to it.
    """

    directory: Path = field(converter=Path)

    def connect(self, account: str) -> FileConnection:
        """See ``RateLimitStore``."""
        return FileConnection(self.directory / f"{account}.json")


class FileConnection:
    """One client's connection to the limits of one account in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def exchange(self, told: Exchange) -> Reply | None:
        """See ``StoreConnection``."""
        return await asyncio.to_thread(self._exchange, told)

    async def aclose(self) -> None:
        """Nothing is open between two exchanges."""

    def _exchange(self, told: Exchange) -> Reply | None:
        if not self._path.parent.is_dir():
            make_directory(self._path.parent)
        descriptor = open_regular(self._path, os.O_RDWR | os.O_CREAT)
        lock, unlock = _system_lock()
        with os.fdopen(descriptor, "r+b") as file:
            self._lock(lock, descriptor)
            try:
                limits, reply = apply_exchange(_limits(file.read(_MAX_BYTES)), told, time.time())
                if limits is not None:
                    file.seek(0)
                    file.truncate()
                    file.write(json.dumps(limits.dump(), allow_nan=False).encode())
                    file.flush()
            finally:
                unlock(descriptor)  # the end of this process would do so, too
        return reply

    def _lock(self, lock: Callable[[int], None], descriptor: int) -> None:
        until = time.monotonic() + _LOCK_SECONDS
        while True:
            try:
                lock(descriptor)
            except (BlockingIOError, PermissionError):  # the second is that of Windows
                if time.monotonic() > until:
                    raise TimeoutError(f"{self._path} was locked for {_LOCK_SECONDS:g} seconds") from None
                time.sleep(_LOCK_POLL_SECONDS)
            else:
                return


def _limits(content: bytes) -> SharedLimits | None:
    """The limits that a file holds; None if it is new, or its last writer was killed in the middle."""
    try:
        dumped: Any = json.loads(content)
        return SharedLimits.load(dumped)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _system_lock() -> tuple[Callable[[int], None], Callable[[int], None]]:
    """What locks a file by its descriptor, or raises an OSError where another process has; and what unlocks it."""
    try:
        import fcntl
    except ImportError:
        return partial(_windows_lock, "LK_NBLCK"), partial(_windows_lock, "LK_UNLCK")
    return (
        lambda descriptor: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB),
        lambda descriptor: fcntl.flock(descriptor, fcntl.LOCK_UN),
    )


def _windows_lock(mode: str, descriptor: int) -> None:
    msvcrt: Any = import_module("msvcrt")
    # Others can neither read nor write what is locked: a byte beyond the end of every file stands for all of them.
    os.lseek(descriptor, _MAX_BYTES + 1, os.SEEK_SET)
    msvcrt.locking(descriptor, getattr(msvcrt, mode), 1)
    os.lseek(descriptor, 0, os.SEEK_SET)
