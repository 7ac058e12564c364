"""The sandbox in a process of its own, started and reliably stopped."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import Any, Self, Unpack

from ._control import SandboxControl
from ._options import DEFAULT_EXPERIMENTS, SandboxOptions, refuse_unknown

_LISTENING = "abclient sandbox listening on "
_STOP_SECONDS = 5.0


class Sandbox(SandboxControl):
    """A sandbox in its own process, on a free local port, for the duration of a ``with`` block.

    ``async with`` works as well. The process ends with the block, and also when this process ends for any reason. A
    block that is cancelled while the sandbox starts or stops ends once that is done and nothing is left running.

    Args:
        start_timeout: seconds within which it must be ready.
        **options: see :class:`SandboxOptions`.

    Attributes:
        token: the access token that the vendors accept, of the first account.
        tokens: the access tokens of all accounts. Convert's application ids and secrets are numbered in the same way.
        url: its URL, such as ``http://127.0.0.1:41337``; empty while it does not run.

    Raises:
        TypeError: there is no such option.
        RuntimeError: on entering, if the sandbox does not start; the message has its output.
    """

    def __init__(self, *, start_timeout: float = 30.0, **options: Unpack[SandboxOptions]) -> None:
        refuse_unknown(options)
        super().__init__(options)
        self.url: str = ""
        self._arguments: tuple[str, ...] = (*_arguments(options),)
        self._start_timeout = start_timeout
        self._process: subprocess.Popen[str] | None = None
        self._resources = ExitStack()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        try:
            await _in_thread(self.start)
        except asyncio.CancelledError:
            await _in_thread(self.stop)
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await _in_thread(self.stop)

    @property
    def pid(self) -> int | None:
        """The id of the process; None while it does not run."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process and wait until it listens; the ``with`` block does this."""
        if self._process is not None:
            raise RuntimeError("the sandbox is running already")
        with ExitStack() as resources:
            complaints = resources.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
            process = subprocess.Popen(  # noqa: S603 (our own module, our own options)
                [sys.executable, "-m", "abclient.sandbox", "--port=0", "--exit-on-eof", *self._arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
                env={**os.environ, "PYTHONPATH": _search_path(), "PYTHONUNBUFFERED": "1"},
            )
            resources.callback(_end, process)
            line = self._first_line(process)
            if not line.startswith(_LISTENING):
                _end(process)
                complaints.seek(0)
                raise RuntimeError(f"the sandbox did not start: {complaints.read().strip() or 'there was no output'}")
            self.url = line.removeprefix(_LISTENING).strip()
            self._process = process
            self._resources = resources.pop_all()

    def stop(self) -> None:
        """End the process; does nothing when it does not run."""
        self._resources.close()
        self.url, self._process = "", None

    def _first_line(self, process: subprocess.Popen[str]) -> str:
        watchdog = threading.Timer(self._start_timeout, process.kill)
        try:
            watchdog.start()  # Ctrl-C may come in the middle of this, too
            return process.stdout.readline() if process.stdout else ""
        finally:
            watchdog.cancel()

    def _request(self, method: str, path: str, document: object = None) -> Any:
        if not self.url:
            raise RuntimeError("the sandbox does not run")
        body = None if document is None else json.dumps(document)
        connection = HTTPConnection(self.url.removeprefix("http://"), timeout=30)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            answered = response.read()
            answer: Any = json.loads(answered) if answered else None
        finally:
            connection.close()
        if response.status == 400:
            raise ValueError(answer["error"])
        return answer


async def _in_thread(work: Callable[[], None]) -> None:
    """Do it in a thread, which cannot be interrupted: a cancellation is raised when it is done, not before."""
    working = asyncio.get_running_loop().run_in_executor(None, work)
    cancelled: asyncio.CancelledError | None = None
    while not working.done():
        try:
            await asyncio.wait([working])
        except asyncio.CancelledError as error:
            cancelled = error
    working.result()
    if cancelled is not None:
        raise cancelled


def _end(process: subprocess.Popen[str]) -> None:
    try:
        process.communicate(timeout=_STOP_SECONDS)  # it stops when its standard input is closed
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def _search_path() -> str:
    """The child must find this process's abclient, which need not be installed."""
    here = str(Path(__file__).parents[2])
    return os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))


def _arguments(options: SandboxOptions) -> Iterator[str]:
    """The options as the command takes them."""
    given: dict[str, Any] = {"experiments": DEFAULT_EXPERIMENTS, **options}
    for name, value in given.items():
        flag = f"--{name.replace('_', '-')}"
        if name == "large_ids":
            yield from (flag,) if value else ()
        elif name == "latency":
            yield f"{flag}={value * 1000}"  # the command's are milliseconds
        elif value is not None:
            yield f"{flag}={os.fspath(value) if name == 'db' else value}"
