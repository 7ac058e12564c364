"""Engines: which there are, what a worker does with a call, and what a scheduler's answers mean."""

from __future__ import annotations

import asyncio
import pickle
import signal
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import Any

import distributed
import pytest
from distributed import KilledWorker, Reschedule

from abclient import ConfigurationError, EngineError, WorkerLostError
from abclient._version import __version__
from abclient.engines import _dask, _worker, open_engine, portable
from abclient.engines._dask import DaskEngine
from abclient.engines._worker import IgnoredInterrupts, run_call

Tell = Callable[[Any], None]
NO_WORKER: Any = None


async def test_engines_that_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown one, and those whose libraries are not installed: of a cluster on this machine, also its keys'."""
    for missing, address, said in (
        (None, None, r"^there is no engine 'spork'; there are dask(?m:$)"),
        ("distributed", "tcp://localhost", r"^distributed is not installed: pip install '.*\[dask\]'(?m:$)"),
        ("cryptography", None, r"^cryptography is not installed: pip install '.*\[dask\]'(?m:$)"),
    ):
        with monkeypatch.context() as patches:
            if missing:
                patches.setitem(sys.modules, missing, None)
            with pytest.raises(ConfigurationError, match=said):
                async with open_engine("dask" if missing else "spork", address, parallel=1):
                    pass


@pytest.mark.parametrize("has_masks", [True, False])
async def test_a_cluster_that_cannot_be_started_is_named(has_masks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """As that of a script that its own processes begin anew when they import it.

    Meanwhile, what the terminal sends is kept from them, where a system can do that.
    """
    if not has_masks:
        monkeypatch.delattr(signal, "pthread_sigmask")
    closed, masks = list[bool](), list[set[int]]()

    class Cluster:
        def __init__(self, **options: object) -> None:
            assert options["security"]

        def __await__(self) -> Any:
            if has_masks:
                masks.append(signal.pthread_sigmask(signal.SIG_BLOCK, []))
            raise RuntimeError("Nanny failed to start.")

        async def close(self) -> None:
            closed.append(True)

    monkeypatch.setattr(distributed, "LocalCluster", Cluster)
    with pytest.raises(ConfigurationError, match=r"could not be started on this machine \(Nanny failed to start\.\)"):
        async with open_engine("dask", parallel=1):
            pass
    assert closed == [True]
    assert all(signal.SIGINT in mask for mask in masks)
    if has_masks:
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


class Worker:
    """What a call sees of a Dask worker."""

    address = "tcp://worker"

    def __init__(self, state: str | None = "executing", status: str = "running") -> None:
        tasks = {} if state is None else {"key": type("Task", (), {"state": state})}
        self.state = type("State", (), {"tasks": tasks})
        self.status = type("Status", (), {"name": status})
        self.messages: list[dict[str, Any]] = []

    def log_event(self, topic: str, message: dict[str, Any]) -> None:
        assert topic == "topic"
        self.messages.append(message)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Worker:
    made = Worker()
    monkeypatch.setattr(_worker, "get_worker", lambda: made)
    monkeypatch.setattr(_worker, "_LOOK_SECONDS", 0.001)
    return made


async def greet(name: str, tell: Tell) -> str:
    tell([1, 2])
    return f"hello {name}"


async def fail(name: str, tell: Tell) -> str:
    raise ValueError(name)


async def wait_without_end(name: str, tell: Tell) -> str:
    await asyncio.Event().wait()
    raise AssertionError


def called(function: Callable[..., Any], version: str = __version__) -> _worker.Ended:
    return run_call("key", "topic", version, pickle.dumps((function, "you")))


def test_a_worker_tells_what_it_does(worker: Worker) -> None:
    """That it has begun, what the function tells, and that it has ended; an error is a result as well."""
    assert called(greet) == ("hello you", None)
    assert worker.messages == [
        {"key": "key", "began": "tcp://worker"},
        {"key": "key", "told": [1, 2]},
        {"key": "key", "ended": "tcp://worker"},
    ]
    assert repr(called(fail).error) == "ValueError('you')"


def test_another_version_reads_nothing(worker: Worker) -> None:
    """Not even what it is to do."""
    ended = run_call("key", "topic", "9.9", b"not a pickle")
    assert str(ended.error) == (
        f"the worker tcp://worker has abclient {__version__}, and this process 9.9: install the same"
    )
    assert worker.messages == []


@pytest.mark.parametrize(
    ("state", "status"),
    [("cancelled", "running"), (None, "running"), ("executing", "closing"), ("executing", "closed")],
)
def test_a_call_that_is_not_wanted_ends(
    state: str | None, status: str, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its task is cancelled or forgotten, or its worker has lost the scheduler; it is no result then."""
    other = Worker(state, status)
    monkeypatch.setattr(_worker, "get_worker", lambda: other)
    with pytest.raises(Reschedule):
        called(wait_without_end)
    assert [list(one)[1] for one in other.messages] == ["began", "ended"]


class UnpicklableError(Exception):
    """It has an attribute that cannot be pickled."""

    def __init__(self) -> None:
        super().__init__("it broke")
        self.attribute = lambda: None


class ChangingError(Exception):
    """It comes back with another number of arguments than it wants."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} and {two}")


def test_errors_that_cannot_travel_are_told_as_text() -> None:
    """All others are what they are."""
    error = ConfigurationError("so")
    assert portable(error) is error
    assert repr(portable(UnpicklableError())) == "RuntimeError('UnpicklableError: it broke')"
    assert repr(portable(ChangingError("a", "b"))) == "RuntimeError('ChangingError: a and b')"


def test_workers_of_a_terminal_ignore_its_interrupts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C and a closed terminal, where there are such signals."""
    ignored = list[int]()

    def ignore(number: int, action: object) -> None:
        ignored.append(number)

    monkeypatch.setattr(signal, "signal", ignore)
    IgnoredInterrupts().setup(None)
    monkeypatch.delattr(signal, "SIGHUP")
    IgnoredInterrupts().setup(None)
    assert ignored == [signal.SIGINT, 1, signal.SIGINT]


class Client:
    """What an engine sees of a Dask client whose calls all end in one way."""

    def __init__(self, outcome: object) -> None:
        self.outcome = outcome
        self.workers: dict[str, int] | Exception = {"tcp://worker": 1}
        self.hear: Any = None
        self.cancelled = 0

    def subscribe_topic(self, topic: str, hear: Any) -> None:
        self.hear = hear

    def submit(self, *arguments: object, key: str, pure: bool) -> Client:
        self.key = key
        return self

    def __await__(self) -> Any:
        return self._result().__await__()

    async def _result(self) -> object:
        if self.outcome is None:
            await asyncio.Event().wait()
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome

    async def nthreads(self) -> dict[str, int]:
        if isinstance(self.workers, Exception):
            raise self.workers
        return self.workers

    async def cancel(self, futures: list[Any], force: bool) -> None:
        self.cancelled += 1
        self.hear((0.0, {"key": self.key, "ended": "tcp://worker"}))

    def release(self) -> None:
        raise RuntimeError("a closed client")


def engine(client: Client) -> DaskEngine:
    return DaskEngine(client, "tcp://scheduler", 0.0)


@pytest.mark.parametrize(
    ("outcome", "kind", "said"),
    [
        (
            CancelledError(),
            EngineError,
            "^the scheduler at tcp://scheduler is gone; what its workers",
        ),
        (KilledWorker("key", NO_WORKER, 3), WorkerLostError, "^shop: its workers were lost again and again"),
        (
            ModuleNotFoundError("No module named 'abclient'"),
            EngineError,
            "cannot do this: ModuleNotFoundError: No",
        ),
        (_worker.Ended(error=KeyError("x")), KeyError, "x"),
    ],
)
async def test_how_calls_fail(outcome: object, kind: type[Exception], said: str) -> None:
    """Each failure is named as what it is for the caller."""
    with pytest.raises(kind, match=said):
        await engine(Client(outcome)).call(greet, "you", name="shop")


async def test_what_cannot_be_pickled_is_named() -> None:
    """With the name of the call; nothing is submitted."""
    with pytest.raises(ConfigurationError, match=r"^shop cannot be sent to a worker: "):
        await engine(Client(None)).call(greet, lambda: None, name="shop")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # it is wrong


async def test_a_lost_scheduler_ends_all_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those that are made later; and so does one that has had no workers for too long while there were calls."""
    monkeypatch.setattr(_dask, "_LOOK_SECONDS", 0.001)
    nothing = dict[str, int]()
    for workers, said in ((OSError("refused"), "is gone"), (nothing, "has had no workers for 0.01 seconds")):
        client = Client(None)
        opened = DaskEngine(client, "tcp://scheduler", 0.01)
        calls = [asyncio.ensure_future(opened.call(greet, "you", name=name)) for name in ("a", "b")]
        watching = asyncio.ensure_future(opened.watch())
        await asyncio.sleep(0.01)
        assert not any(one.done() for one in calls)
        client.workers = workers
        for one in calls:
            with pytest.raises(EngineError, match=said):
                await one
        await watching
        with pytest.raises(EngineError, match=said):
            await opened.call(greet, "you", name="c")


async def test_a_cancelled_call_waits_until_its_worker_has_ended() -> None:
    """What the worker tells before that is heard, and what comes later is not."""
    client, told = Client(None), list[object]()
    call = asyncio.ensure_future(engine(client).call(greet, "you", name="shop", on_told=told.append))
    await asyncio.sleep(0)
    for message in ({"began": "tcp://lost"}, {"began": "tcp://worker"}, {"ended": "tcp://lost"}, {"told": 5}):
        client.hear((0.0, {"key": client.key, **message}))
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    client.hear((0.0, {"key": client.key, "told": 6}))
    assert (client.cancelled, told) == (1, [5])
