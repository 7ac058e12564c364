"""Dask: calls as tasks of a cluster, each of which goes on elsewhere if its worker is lost."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import pickle
import signal
import time
import uuid
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from concurrent.futures import CancelledError
from contextlib import asynccontextmanager, contextmanager, suppress
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from .._distribution import not_installed
from .._version import __version__
from ..errors import ConfigurationError, EngineError, WorkerLostError

if TYPE_CHECKING:
    from . import Tell

A = TypeVar("A")
T = TypeVar("T")

_LOGGER = logging.getLogger("abclient")
_CONNECT_SECONDS = 10.0
_LOOK_SECONDS = 2.0  # between two looks at the workers
_STOP_SECONDS = 30.0  # for calls to end that are no longer wanted; an export writes what it has, and nothing else
_NO_WORKERS_SECONDS = 300.0  # machines of a cluster that grows when it has work take minutes to start


@asynccontextmanager
async def open_dask(
    address: str | None, parallel: int, *, no_workers_seconds: float = _NO_WORKERS_SECONDS
) -> AsyncGenerator[DaskEngine]:
    """Open the cluster at an address, or one of this machine; see ``open_engine``.

    Args:
        address: the scheduler's.
        parallel: how many calls run at the same time in a cluster of this machine.
        no_workers_seconds: how long calls wait while the cluster has no workers.

    Raises:
        ConfigurationError: Dask is not installed, or there is no scheduler at the address.
    """
    try:
        from distributed import Client

        if address is None:
            import_module("cryptography")  # which distributed uses for a cluster of this machine
    except ImportError as error:
        raise ConfigurationError(not_installed(error, "dask", default="distributed")) from None
    made: Any = Client
    connected = _embedded(made, parallel) if address is None else _connected(made, address)
    async with connected as client:
        engine = DaskEngine(client, address or "the cluster of this process", no_workers_seconds)
        watching = asyncio.ensure_future(engine.watch())
        try:
            yield engine
        finally:
            watching.cancel()


@asynccontextmanager
async def _embedded(made: Any, parallel: int) -> AsyncGenerator[Any]:
    from distributed import LocalCluster

    from ._worker import IgnoredInterrupts

    processes = min(parallel, os.cpu_count() or 1)
    cluster_class: Any = LocalCluster
    cluster = cluster_class(
        n_workers=processes,
        threads_per_worker=math.ceil(parallel / processes),
        security=True,  # with keys of its own, as others on this machine could run anything in it
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
        asynchronous=True,
    )
    try:
        with _interrupts_later():
            await cluster
    except (RuntimeError, OSError) as error:
        with suppress(Exception):
            await asyncio.wait_for(cluster.close(), _STOP_SECONDS)
        raise ConfigurationError(
            f"a Dask cluster could not be started on this machine ({error}); a script needs"
            ' if __name__ == "__main__":, because the processes of its cluster import it'
        ) from None
    async with cluster, made(cluster, asynchronous=True, set_as_default=False) as client:
        await client.register_plugin(IgnoredInterrupts())
        yield client


@contextmanager
def _interrupts_later() -> Generator[None]:
    """Ctrl-C reaches this process in the end, and those that are started meanwhile never, as they inherit this."""
    change = getattr(signal, "pthread_sigmask", None)  # None on Windows
    before = change(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP}) if change else None
    try:
        yield
    finally:
        if change:
            change(signal.SIG_SETMASK, before)


@asynccontextmanager
async def _connected(made: Any, address: str) -> AsyncGenerator[Any]:
    client = made(address, asynchronous=True, set_as_default=False, timeout=_CONNECT_SECONDS)
    try:
        # Its own timeout is for connecting alone, and what answers need not be a scheduler.
        await asyncio.wait_for(client, 2 * _CONNECT_SECONDS)
    except (OSError, ValueError, TypeError, ImportError) as error:
        with suppress(Exception):
            await asyncio.wait_for(client.close(), _CONNECT_SECONDS)
        said = str(error) or "what is there does not answer as one"
        raise ConfigurationError(f"there is no Dask scheduler at {address}: {said}") from None
    try:
        yield client
    finally:
        with suppress(Exception):  # a scheduler that is gone has been reported
            await asyncio.wait_for(client.close(), _CONNECT_SECONDS)


class DaskEngine:
    """An ``Engine`` on a Dask cluster.

    Args:
        client: connected, and of this event loop.
        name: of the scheduler, for messages.
        no_workers_seconds: how long calls wait while the cluster has no workers.
    """

    def __init__(self, client: Any, name: str, no_workers_seconds: float) -> None:
        self._client = client
        self._name = name
        self._no_workers_seconds = no_workers_seconds
        self._topic = f"abclient-{uuid.uuid4().hex}"
        self._numbers = count(1)
        self._calls: dict[str, _Call] = {}
        self._lost: asyncio.Future[EngineError] = asyncio.get_running_loop().create_future()
        self._client.subscribe_topic(self._topic, self._hear)

    async def watch(self) -> None:
        """Look at the cluster now and then, and end all calls when there is nothing that could do them."""
        idle_since = time.monotonic()
        while not self._lost.done():
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                workers = await asyncio.wait_for(self._client.nthreads(), _CONNECT_SECONDS)
            except Exception:
                self._lost.set_result(self._is_gone())
                return
            if workers or not self._calls:
                idle_since = time.monotonic()
            elif time.monotonic() - idle_since >= self._no_workers_seconds:
                said = f"{self._name} has had no workers for {self._no_workers_seconds:g} seconds"
                self._lost.set_result(EngineError(said))

    async def call(
        self,
        function: Callable[[A, Tell], Coroutine[Any, Any, T]],
        argument: A,
        *,
        name: str,
        on_told: Tell = lambda told: None,
    ) -> T:
        """See ``Engine``."""
        try:
            call = pickle.dumps((function, argument))
        except Exception as error:
            raise ConfigurationError(f"{name} cannot be sent to a worker: {error}") from None
        from ._worker import run_call

        if self._lost.done():
            raise self._lost.result()
        key = f"abclient-{name}-{self._topic[-12:]}-{next(self._numbers)}"
        self._calls[key] = told = _Call(name, on_told)
        future = self._client.submit(run_call, key, self._topic, __version__, call, key=key, pure=False)
        try:
            ended = await self._result(future, name)
        except asyncio.CancelledError:
            with suppress(Exception):  # without the scheduler, calls end as well
                await self._client.cancel([future], force=True)
                await asyncio.wait_for(told.stopped(), _STOP_SECONDS)
            raise
        finally:
            del self._calls[key]
            with suppress(Exception):
                future.release()
        if ended.error is not None:
            raise ended.error
        value: T = ended.value
        return value

    async def _result(self, future: Any, name: str) -> Any:
        from distributed import KilledWorker

        async def result() -> Any:
            return await future

        waiting = asyncio.ensure_future(result())
        try:
            await asyncio.wait({waiting, self._lost}, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done():
                raise self._lost.result()
        finally:
            waiting.cancel()
        error = waiting.exception()
        if isinstance(error, CancelledError):  # by the client, when it lost its scheduler
            raise self._is_gone()
        if isinstance(error, KilledWorker):
            raise WorkerLostError(f"{name}: its workers were lost again and again; what they have done is kept")
        if error is not None:
            raise EngineError(
                f"the workers of {self._name} cannot do this: {type(error).__name__}: {error}; they and the"
                f" scheduler need abclient {__version__} with the extra dask"
            )
        return waiting.result()

    def _is_gone(self) -> EngineError:
        return EngineError(
            f"the scheduler at {self._name} is gone; what its workers have done is kept, and the same call continues"
        )

    def _hear(self, event: tuple[float, Any]) -> None:
        message = event[1]
        call = self._calls.get(message["key"])
        if call is None:
            return
        if "told" in message:
            call.on_told(message["told"])
        elif "ended" in message:
            call.end(message["ended"])
        elif lost := call.begin(message["began"]):
            _LOGGER.warning("%s: the worker %s was lost; %s continues", call.name, lost, message["began"])


class _Call:
    """A call, as its workers tell of it."""

    def __init__(self, name: str, on_told: Tell) -> None:
        self.name = name
        self.on_told = on_told
        self._worker: str | None = None
        self._idle = asyncio.Event()
        self._idle.set()

    def begin(self, worker: str) -> str | None:
        """A worker has begun; returns the one that began before and has not said that it ended."""
        lost, self._worker = self._worker, worker
        self._idle.clear()
        return lost

    def end(self, worker: str) -> None:
        """A worker has ended, with or without a result; one that was replaced does not count."""
        if worker == self._worker:
            self._worker = None
            self._idle.set()

    async def stopped(self) -> None:
        """Wait until no worker is at it."""
        await self._idle.wait()
