"""Rate limits that the processes of one machine share through locked files."""

from __future__ import annotations

import asyncio
import json
import os
import time
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from attrs import field, frozen

from .._files import make_directory, open_regular
from .._ratelimit.shared_limits import SharedLimits, apply_exchange
from .._ratelimit.store import Exchange, Reply
from ..errors import ConfigurationError

_LOCK_SECONDS = 0.5  # a process that was stopped may hold the lock; this process's requests wait meanwhile
_LOCK_POLL_SECONDS = 0.002  # an exchange takes a tenth of that
_MAX_BYTES = 1 << 20  # a hundred times what the limits of one account take


@frozen
class FileRateLimitStore:
    """Keeps the rate limits of accounts in files of a directory, for the processes of one machine.

    Each request locks its account's file for as long as it takes to read and write a kilobyte. The files hold no
    credentials. It needs a local file system, and a system with ``flock``, which Windows is not.

    Args:
        directory: made if it does not exist. All processes need to be allowed to write to it.

    Raises:
        ConfigurationError: the system has no such locks.
    """

    directory: Path = field(converter=Path)

    def __attrs_post_init__(self) -> None:
        _fcntl()

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
        with os.fdopen(descriptor, "r+b") as file:
            self._lock(file)  # released when the file is closed
            limits, reply = apply_exchange(_limits(file.read(_MAX_BYTES)), told, time.time())
            if limits is not None:
                file.seek(0)
                file.truncate()
                file.write(json.dumps(limits.dump(), allow_nan=False).encode())
        return reply

    def _lock(self, file: BinaryIO) -> None:
        fcntl, until = _fcntl(), time.monotonic() + _LOCK_SECONDS
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
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


def _fcntl() -> ModuleType:
    try:
        import fcntl
    except ImportError:
        raise ConfigurationError(
            "this system has no flock, with which a FileRateLimitStore locks its files; use a RedisRateLimitStore"
        ) from None
    return fcntl
