"""Services that tests start on this machine's loopback interface, each in a directory of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

_START_SECONDS = 60.0


class _Server:
    """A program with a directory of its own, from the beginning of a ``with`` block to its end.

    Attributes:
        port: where it listens, on 127.0.0.1, also after it was killed and started again.
    """

    name: str
    """The program's own."""
    kill_signal: signal.Signals = signal.SIGKILL
    """What ends it at once."""

    def __init__(self, *options: str) -> None:
        self.port: int = 0
        self._options = options
        self._directory = tempfile.TemporaryDirectory(prefix=f"abclient-{self.name}-")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        raise NotImplementedError

    def _wait(self, process: subprocess.Popen[bytes], answers: Callable[[], bool], log: Path) -> None:
        self._process = process
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until and process.poll() is None:
            if answers():
                return
            time.sleep(0.01)
        raise RuntimeError(f"{self.name} did not start: {log.read_text() if log.exists() else 'no log'}")

    def kill(self) -> None:
        """End it at once; it may be started again."""
        if self._process is not None:
            self._process.send_signal(self.kill_signal)
            self._process.wait()
            self._process = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.kill()
        self._directory.cleanup()


class RedisServer(_Server):
    """A Redis of Debian's package ``redis-server``, empty at the start; what it holds is lost when it is killed."""

    name = "redis-server"

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
        process = subprocess.Popen([binary, *listening, *volatile, *self._options], stdin=subprocess.DEVNULL)
        self._wait(process, self._listens, log)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def ask(self, *command: object) -> Any:
        """What it replies to a command."""
        import redis

        with redis.Redis(port=self.port) as connection:
            untyped: Any = connection
            return untyped.execute_command(*command)


def free_port() -> int:
    """A port of 127.0.0.1 that nothing uses now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def running_redis() -> Iterator[RedisServer]:
    """A Redis for a module: ``redis = pytest.fixture(scope="module")(running_redis)``."""
    with RedisServer() as server:
        yield server


class PostgresServer(_Server):
    """A PostgreSQL of Debian's package ``postgresql``, empty at the start; what was committed outlives ``kill``.

    As it refuses to run as root, it is then run as the system's user ``nobody``.
    """

    name = "postgres"
    kill_signal = signal.SIGQUIT  # which it passes on to all of its processes

    @property
    def url(self) -> str:
        return f"postgresql://tester:{POSTGRES_PASSWORD}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        data, log = Path(self._directory.name, "data"), Path(self._directory.name, "log")
        if not data.exists():
            self._initialize(data)
        self.port = self.port or free_port()
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        command: list[object] = [_postgres("postgres"), "-D", data, "-p", self.port, *self._options]
        command += [text for name, value in settings.items() for text in ("-c", f"{name}={value}")]
        before = log.stat().st_size if log.exists() else 0
        with log.open("ab") as output:
            process = subprocess.Popen(
                [str(one).encode() for one in command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                user=_USER,
                group=_GROUP,
            )
        self._wait(process, lambda: b"database system is ready" in log.read_bytes()[before:], log)

    def _initialize(self, data: Path) -> None:
        password = data.with_name("password")
        password.write_text(POSTGRES_PASSWORD)
        if _USER:
            for path in (data.parent, password):
                shutil.chown(path, _USER, _GROUP)
        command: list[object] = [_postgres("initdb"), "-D", data, "--username", "tester", "--pwfile", password]
        command += ["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
        subprocess.run(list(map(str, command)), check=True, capture_output=True, user=_USER, group=_GROUP)


POSTGRES_PASSWORD = "not-in-any-output"
_USER, _GROUP = ("nobody", "nogroup") if os.geteuid() == 0 else (None, None)


def _postgres(name: str) -> Path:
    """A program of PostgreSQL; Debian keeps each version's in a directory of its own, outside of the path."""
    newest = max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]), default=None)
    found = newest or (Path(path) if (path := shutil.which(name)) else None)
    if found is None:
        raise RuntimeError(f"{name} is not installed: apt-get install postgresql, as .ci/run does")
    return found


def running_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL for a module: ``postgres = pytest.fixture(scope="module")(running_postgres)``."""
    with PostgresServer() as server:
        yield server
