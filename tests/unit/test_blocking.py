"""Async work without an event loop: one thread does it for all, and whoever waits can be interrupted."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from concurrent import futures
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from typing import Any

import pytest

import abclient
from abclient._blocking import _Waiting  # pyright: ignore[reportPrivateUsage]  # for a race
from support.fake import Script, answer

FLAG = answer(200, {"key": "one"})


async def double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


def test_it_returns_what_the_work_returns() -> None:
    """In the same thread every time, which is not the caller's."""

    async def thread() -> str:
        return threading.current_thread().name

    assert abclient.run(double(2)) == 4
    assert [abclient.run(thread()) for _ in range(2)] == ["abclient", "abclient"]


def test_it_raises_what_the_work_raises() -> None:
    """Also what ends a program, which does not end the loop."""

    async def failing(error: BaseException) -> None:
        raise error

    for error in (ValueError("no"), SystemExit(3), KeyboardInterrupt(), asyncio.CancelledError()):
        with pytest.raises(type(error)) as caught:
            abclient.run(failing(error))
        assert caught.value is error
    assert abclient.run(double(1)) == 2


def test_a_client_serves_calls_from_many_threads() -> None:
    """It belongs to the loop of all of them, so that it keeps its connections and what it learned."""
    ld = abclient.LaunchDarkly("token-of-run", transport=Script(FLAG))

    def key_of(key: str) -> str:
        return abclient.run(ld.flags("project").get(key)).key

    with ThreadPoolExecutor(4) as threads:
        keys = list(threads.map(key_of, ["one"] * 8))
    assert keys == ["one"] * 8
    abclient.run(ld.aclose())
    with pytest.raises(abclient.ClientClosedError):
        abclient.run(ld.flags("project").get("one"))


def test_lists_and_bulk_calls_can_be_run() -> None:
    """A list gives its first page, a bulk call all outcomes, in order."""
    ld = abclient.LaunchDarkly("token-of-run", transport=Script(answer(200, {"items": [{"key": "one"}]}), FLAG))
    assert [flag.key for flag in abclient.run(ld.flags("project").list())] == ["one"]
    outcomes = abclient.run(abclient.fetch_many(double, [1, 2, 3]))
    assert [outcome.value for outcome in outcomes] == [2, 4, 6]
    abclient.run(ld.aclose())


def test_what_cannot_be_awaited_is_named() -> None:
    """Forgotten parentheses are the usual reason."""
    wrong: Any = double
    with pytest.raises(TypeError, match="something to await"):
        abclient.run(wrong)


def test_work_that_would_wait_for_itself_is_refused() -> None:
    """Its thread could never go on."""

    class Later:
        def __await__(self) -> Any:
            return double(1).__await__()

    async def nested(work: Any) -> int:
        return int(abclient.run(work))

    ld = abclient.LaunchDarkly("token-of-run", transport=Script(FLAG))
    for work in (double(1), ld.flags("project").list(), abclient.fetch_many(double, [1]), Later()):
        with pytest.raises(RuntimeError, match="use await there"):
            abclient.run(nested(work))
    abclient.run(ld.aclose())


async def test_it_works_where_a_loop_runs_too() -> None:
    """As in a notebook, whose own loop waits meanwhile."""
    assert abclient.run(double(4)) == 8


def test_the_work_has_the_callers_context() -> None:
    """Such as the span that is current there."""
    name: ContextVar[str] = ContextVar("name", default="none")

    async def seen() -> str:
        return name.get()

    name.set("caller")
    assert abclient.run(seen()) == "caller"


def test_ctrl_c_cancels_the_work_and_waits_for_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it has open is closed when the interrupt is raised."""
    told: list[str] = []
    started = threading.Event()

    async def forever() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            told.append("cleaned up")

    known = futures.wait

    def interrupted(waited_for: Any, timeout: float | None = None) -> Any:
        if timeout is None:  # until it has ended
            return known(waited_for)
        assert started.wait(60)
        raise KeyboardInterrupt

    monkeypatch.setattr("abclient._blocking.wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        abclient.run(forever())
    assert told == ["cleaned up"]


def test_work_that_is_cancelled_before_it_begins_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever, and nothing warns of a coroutine that never ran."""
    begin: Any = _Waiting[Any]._begin  # pyright: ignore[reportPrivateUsage]  # between it and the first step

    def begin_and_cancel(self: Any) -> None:
        begin(self)
        self._cancel()

    monkeypatch.setattr(_Waiting, "_begin", begin_and_cancel)
    with pytest.raises(asyncio.CancelledError):
        abclient.run(double(1))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_fork_has_a_loop_of_its_own() -> None:
    """The thread stays with the parent, and so do its clients."""
    program = """
import os, abclient
async def pid(): return os.getpid()
assert abclient.run(pid()) == os.getpid()
child = os.fork()
assert abclient.run(pid()) == os.getpid()
if child:
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
"""
    ended = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", program],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_system_without_forks() -> None:
    """As Windows: there is nothing to prepare for one, and work is done all the same."""
    program = """
import os
del os.register_at_fork
import abclient
async def done(): return "done"
print(abclient.run(done()))
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "done\n", "")


def test_a_process_ends_without_a_word() -> None:
    """Its loop is closed, and what was still going on in other threads is cancelled."""
    program = """
import asyncio, threading, abclient
going_on = threading.Event()
async def forever():
    going_on.set()
    await asyncio.Event().wait()
def waiting():
    try:
        abclient.run(forever())
    except BaseException:
        pass
threading.Thread(target=waiting, daemon=True).start()
going_on.wait()
"""
    ended = subprocess.run([sys.executable, "-X", "dev", "-c", program], capture_output=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
