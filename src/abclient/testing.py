"""The sandbox for your own tests, started and reliably stopped.

::

    import abclient
    from abclient.testing import Sandbox

    with Sandbox(experiments=50, seed=1) as sandbox:
        client = abclient.LaunchDarkly(token=sandbox.token, base_url=sandbox.url)

Needs the extra ``sandbox``. Nothing here imports the client.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

_LISTENING = "abclient sandbox listening on "
_STOP_SECONDS = 5.0
_NO_LIMIT = 10_000.0  # requests per second, which no client reaches


class Sandbox:
    """A sandbox in its own process, on a free local port, for the duration of a ``with`` block.

    ``async with`` works as well. The process ends with the block, and also when this process ends for any reason. A
    block that is cancelled while the sandbox starts or stops ends once that is done and nothing is left running.

    Args:
        experiments: how many experiments each vendor holds.
        seed: the same seed, day and number of experiments give the same data.
        today: the sandbox's current day; running experiments have data until it begins. None for today, in UTC.
        latency: the minimum time until each response, in seconds.
        rate_limit: ``"100"`` for 100 requests a second and vendor, ``"100/10"`` for 100 in every 10 seconds.
        route_limit: likewise for each route, and
        token_limit: for each access token, of vendors that limit these: LaunchDarkly.
        limit_style: how it limits, and what it announces: ``"vendor"``, ``"retry-after"``, ``"silent"`` (windows),
            ``"bucket"``, ``"silent-bucket"``, ``"penalty"`` or ``"slowing"``; see ``docs/sandbox.md``.
        competitor: the part of every limit that a simulated client requests, from 0 to 1.
        db: a file to keep the state in; by default it is in memory.
        accounts: how many accounts each vendor has; the second one uses the next seed.
        large_ids: whether one in three Optimizely ids is beyond 2**53, which JavaScript cannot represent.
        edition: ``"beta"``, or ``"today"``, which leaves out what vendors no longer offer: LaunchDarkly's results.
        start_timeout: seconds within which it must be ready.

    Attributes:
        token: the access token that the vendors accept, of the first account.
        tokens: the access tokens of all accounts. Convert's application ids and secrets are numbered in the same way.
        url: its URL, such as ``http://127.0.0.1:41337``; empty while it does not run.

    Raises:
        RuntimeError: on entering, if the sandbox does not start; the message has its output.
    """

    token = "sandbox-token"  # noqa: S105 (not a secret: the documented credential of a local server)

    def __init__(
        self,
        *,
        experiments: int = 50,
        seed: int = 1,
        today: date | None = None,
        latency: float = 0.0,
        rate_limit: str = "",
        route_limit: str = "",
        token_limit: str = "",
        limit_style: str = "vendor",
        competitor: float = 0.0,
        db: str | os.PathLike[str] = "",
        accounts: int = 1,
        large_ids: bool = False,
        edition: str = "beta",
        start_timeout: float = 30.0,
    ) -> None:
        self.url: str = ""
        self.tokens: tuple[str, ...] = (self.token, *(f"{self.token}-{number}" for number in range(2, accounts + 1)))
        self._options = (
            f"--experiments={experiments}",
            f"--seed={seed}",
            *((f"--today={today}",) if today else ()),
            f"--latency={latency * 1000}",
            f"--rate-limit={rate_limit}",
            f"--route-limit={route_limit}",
            f"--token-limit={token_limit}",
            f"--limit-style={limit_style}",
            f"--competitor={competitor}",
            f"--db={os.fspath(db)}",
            f"--accounts={accounts}",
            *(("--large-ids",) if large_ids else ()),
            f"--edition={edition}",
        )
        self._limits = bool(rate_limit)
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
                [sys.executable, "-m", "abclient.sandbox", "--port=0", "--exit-on-eof", *self._options],
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

    def world(self, account: int = 1) -> dict[str, Any]:
        """An account's data that has results, by vendor: projects, experiments and similar objects."""
        return cast("dict[str, Any]", self._request("GET", f"/_sandbox/world?account={account}"))

    def base_url(self, vendor: str) -> str:
        """The ``base_url`` of a vendor's client.

        Args:
            vendor: the vendor's name, such as ``"optimizely"``.

        Raises:
            ValueError: the sandbox has no such vendor.
        """
        return str(self.client_options(vendor)["base_url"])

    def client_options(self, vendor: str, *, account: int = 1) -> dict[str, Any]:
        """The keywords that a vendor's client takes to use the sandbox: ``base_url`` and the credentials.

        A client that by default keeps to a documented limit also gets a ``max_rate`` beyond what it can reach, unless
        the sandbox has a ``rate_limit``.

        Args:
            vendor: the vendor's name, such as ``"optimizely"``.
            account: whose credentials.

        Raises:
            ValueError: the sandbox has no such vendor.
        """
        vendors = self._request("GET", "/_sandbox/vendors")
        if vendor not in vendors:
            raise ValueError(f"the sandbox has no vendor {vendor!r}; it has {', '.join(vendors)}")
        described, behind = vendors[vendor], f"-{account}" if account > 1 else ""
        credentials = {name: f"{value}{behind}" for name, value in described["credentials"].items()}
        rate = {"max_rate": _NO_LIMIT} if described["documents_limit"] and not self._limits else {}
        return {"base_url": f"{self.url}{described['base_path']}", **credentials, **rate}

    def requests(self) -> list[dict[str, Any]]:
        """The requests that the sandbox received, oldest first; at most the last 10,000.

        Each has ``number``, ``time`` (seconds since 1970), ``method``, ``path``, ``query``, ``headers`` (names in lower
        case, values of credentials ``***``), ``body`` (text, or None), ``vendor``, ``operation``, ``account``,
        ``fault`` and ``status`` (None until there is a response).
        """
        return cast("list[dict[str, Any]]", self._request("GET", "/_sandbox/requests"))

    def clear_requests(self) -> None:
        """Forget the requests so far."""
        self._request("DELETE", "/_sandbox/requests")

    def add_visitors(self, vendor: str, experiment: str | int, visitors: int, *, account: int = 1) -> None:
        """Add visitors to a running experiment: one that was just started has none.

        Args:
            vendor: ``"launchdarkly"``, ``"optimizely"`` or ``"convert_v1"``.
            experiment: its key or id.
            visitors: how many.
            account: the account that has the experiment.

        Raises:
            ValueError: the vendor has no such running experiment.
        """
        wanted = {"vendor": vendor, "experiment": str(experiment), "visitors": visitors, "account": account}
        self._request("POST", "/_sandbox/visitors", wanted)

    def reset(self) -> None:
        """Restore the initial state: data, faults, requests and rate limits."""
        self._request("POST", "/_sandbox/reset")

    def add_fault(self, kind: str, **rule: Any) -> None:
        """Inject a fault into the next matching requests.

        Args:
            kind: ``status``, ``html``, ``garbage``, ``delay``, ``drip``, ``stall``, ``truncate``, ``close``, ``reset``.
            **rule: ``match`` (``method``, ``path``, ``regex``), ``times`` (1; None forever), ``skip``, ``status``,
                ``headers``, ``body``, ``seconds``, ``at`` (``start``, ``answer``, ``headers``, ``body``).

        Raises:
            ValueError: the sandbox does not know such a fault.
        """
        self._request("POST", "/_sandbox/faults", {"kind": kind, **rule})

    def faults(self) -> list[dict[str, Any]]:
        """The faults that are still to come."""
        return cast("list[dict[str, Any]]", self._request("GET", "/_sandbox/faults"))

    def clear_faults(self) -> None:
        """Forget the faults that are still to come."""
        self._request("DELETE", "/_sandbox/faults")

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
    here = str(Path(__file__).parents[1])
    return os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
