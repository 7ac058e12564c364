"""What runs on a Dask worker: a call, which ends when the process that has called no longer wants it."""

from __future__ import annotations

import asyncio
import pickle
import signal
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, NamedTuple

from distributed import Reschedule, WorkerPlugin, get_worker

from .._version import __version__
from ..errors import ConfigurationError
from . import portable

_LOOK_SECONDS = 0.5
"""Between two looks at whether a call is still wanted: an attribute is read, and no one is asked."""

_RUNNING = ("running", "paused", "closing_gracefully")
"""The states of a worker in which its scheduler waits for results."""

_EXECUTING = ("executing", "long-running")


class Ended(NamedTuple):
    """How a call ended: with a value or an error."""

    value: Any = None
    error: Exception | None = None


def run_call(key: str, topic: str, version: str, call: bytes) -> Ended:
    """Run a call in this thread of a worker.

    Args:
        key: the task's.
        topic: under which the process that has called is told.
        version: of this package, there.
        call: the function and its argument, pickled.
    """
    worker: Any = get_worker()
    if version != __version__:  # before anything is read that another version may not have
        said = f"the worker {worker.address} has abclient {__version__}, and this process {version}: install the same"
        return Ended(error=ConfigurationError(said))
    worker.log_event(topic, {"key": key, "began": worker.address})
    try:
        function, argument = pickle.loads(call)  # noqa: S301  # of the process that may run anything here

        def tell(told: Any) -> None:
            worker.log_event(topic, {"key": key, "told": told})

        work = function(argument, tell)
        return asyncio.run(_while_wanted(worker, key, work))
    except Reschedule:
        raise
    except Exception as error:
        return Ended(error=portable(error))
    finally:
        with suppress(Exception):  # a worker that is closing may have no connection
            worker.log_event(topic, {"key": key, "ended": worker.address})


async def _while_wanted(worker: Any, key: str, work: Coroutine[Any, Any, Any]) -> Ended:
    """The result of a call, which is cancelled when its task is, or when its worker has lost its scheduler."""
    doing = asyncio.ensure_future(work)
    while not doing.done():
        await asyncio.wait({doing}, timeout=_LOOK_SECONDS)
        if not doing.done() and not _is_wanted(worker, key):
            doing.cancel()
    if doing.cancelled():
        raise Reschedule  # has no effect unless the task was wanted again meanwhile
    return Ended(value=doing.result())


def _is_wanted(worker: Any, key: str) -> bool:
    task = worker.state.tasks.get(key)
    return worker.status.name in _RUNNING and task is not None and task.state in _EXECUTING


class IgnoredInterrupts(WorkerPlugin):
    """Ctrl-C at a terminal reaches all processes: the one that was started ends those that it has begun."""

    name = "abclient-ignored-interrupts"

    def setup(self, worker: Any) -> None:
        """Ignore what the terminal sends."""
        for number in ("SIGINT", "SIGHUP"):
            with suppress(AttributeError, ValueError):  # Windows has no second one, and threads cannot
                signal.signal(getattr(signal, number), signal.SIG_IGN)
