"""A Dask cluster of this machine: a scheduler and workers, each in a process of its own that can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from .services import free_port

_DASK = (sys.executable, "-m", "dask")
_START_SECONDS = 120.0


class DaskCluster:
    """A scheduler and workers without nannies, for the duration of a ``with`` block.

    Args:
        workers: how many, with one thread each.
        environment: of the workers, besides this process's.
        settings: environment of the scheduler.

    Attributes:
        address: the scheduler's.
        scheduler: its process.
        workers: their processes.
    """

    def __init__(
        self, workers: int = 2, environment: Mapping[str, str] | None = None, settings: Mapping[str, str] | None = None
    ) -> None:
        self.address: str = f"tcp://127.0.0.1:{free_port()}"
        self.scheduler: subprocess.Popen[str]
        self.workers: list[subprocess.Popen[str]] = []
        self._count = workers
        self._environment = environment or {}
        self._settings = settings or {}
        self._directory = tempfile.TemporaryDirectory(prefix="abclient-dask-")

    def __enter__(self) -> Self:
        host, _, port = self.address.removeprefix("tcp://").partition(":")
        arguments = ("scheduler", "--host", host, "--port", port, "--no-dashboard", "--no-jupyter")
        self.scheduler = self._started(arguments, "scheduler", self._settings, "Scheduler at")
        for _ in range(self._count):
            self.add_worker()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.communicate()
        self._directory.cleanup()

    def add_worker(self, environment: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """One more worker; returns when the scheduler knows it."""
        listening = ("--host", "127.0.0.1", "--no-dashboard", "--no-nanny", "--nthreads", "1")
        name = f"worker-{len(self.workers)}"
        local = ("--local-directory", str(Path(self._directory.name, name)))
        arguments = ("worker", self.address, *listening, *local)
        process = self._started(arguments, name, {**self._environment, **(environment or {})}, "Registered to")
        self.workers.append(process)
        return process

    def _started(
        self, arguments: tuple[str, ...], name: str, environment: Mapping[str, str], ready: str
    ) -> subprocess.Popen[str]:
        log = Path(self._directory.name, f"{name}.log")
        # What it logs later goes to a file, so that nothing has to read it.
        with log.open("w") as written:
            process = subprocess.Popen(
                [*_DASK, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=subprocess.STDOUT,
                text=True,
                env={**os.environ, **environment},
            )
        _wait_for(log, ready, process)
        return process


def _wait_for(log: Path, ready: str, process: subprocess.Popen[str]) -> None:
    import time

    until = time.monotonic() + _START_SECONDS
    while ready not in log.read_text():
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"it did not start: {log.read_text()}")
        time.sleep(0.02)


def holder_of(directory: Path) -> int | None:
    """The process that holds the lock of an export directory."""
    try:
        number = (directory / ".abclient-lock").stat().st_ino
    except FileNotFoundError:
        return None
    for line in Path("/proc/locks").read_text().splitlines():
        words = line.split()
        if "FLOCK" in words and words[5].rpartition(":")[2] == str(number):
            return int(words[4])
    return None
