"""Services that tests start on this machine's loopback interface, each in a directory of its own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

_START_SECONDS = 60.0


class RedisServer:
    """A Redis of Debian's package ``redis-server``, empty at the start, for the duration of a ``with`` block.

    Attributes:
        port: where it listens, on 127.0.0.1, also after it was killed and started again.
    """

    def __init__(self, *options: str) -> None:
        self.port: int = 0
        self._options = options
        self._directory = tempfile.TemporaryDirectory(prefix="abclient-redis-")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it, and wait until it listens."""
        binary = shutil.which("redis-server")
        if binary is None:
            raise RuntimeError("redis-server is not installed: apt-get install redis-server, as .ci/run does")
        self.port = self.port or free_port()
        log = Path(self._directory.name, "log")
        volatile = ("--save", "", "--appendonly", "no", "--dir", self._directory.name, "--logfile", str(log))
        listening = ("--bind", "127.0.0.1", "--port", str(self.port))
        self._process = subprocess.Popen([binary, *listening, *volatile, *self._options], stdin=subprocess.DEVNULL)
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.01)
        raise RuntimeError(f"redis-server did not start: {log.read_text() if log.exists() else 'no log'}")

    def kill(self) -> None:
        """End it as a power failure would; what it held is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def ask(self, *command: object) -> Any:
        """What it replies to a command."""
        import redis

        with redis.Redis(port=self.port) as connection:
            untyped: Any = connection
            return untyped.execute_command(*command)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.kill()
        self._directory.cleanup()


def free_port() -> int:
    """A port of 127.0.0.1 that nothing uses now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def running_redis() -> Iterator[RedisServer]:
    """A Redis for a module: ``redis = pytest.fixture(scope="module")(running_redis)``."""
    with RedisServer() as server:
        yield server
