"""The sandbox for users' own tests, when it does not do as it is told."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from typing import Any

import pytest

from abclient import testing


def test_a_sandbox_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not end by itself in time does not outlive the test that started it."""
    monkeypatch.setattr(testing, "_STOP_SECONDS", 0.01)
    with testing.Sandbox(experiments=1) as sandbox:
        pid = sandbox.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


class Held:
    """Holds up one of the sandbox's steps, in its thread, until the test lets it go on.

    Attributes:
        given: the step's last argument, each time.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: object, step: str) -> None:
        self.given: list[Any] = []
        self._begun, self._go_on = threading.Event(), threading.Event()
        original = getattr(home, step)

        def held(*args: Any) -> Any:
            self.given.append(args[-1])
            self._begun.set()
            assert self._go_on.wait(30)
            return original(*args)

        monkeypatch.setattr(home, step, held)

    async def cancel(self, waiting: asyncio.Task[Any]) -> None:
        """When the step has begun, cancel twice what waits for it; only then let it go on."""
        assert await asyncio.to_thread(self._begun.wait, 30)
        for _ in range(2):
            waiting.cancel()
            await asyncio.wait([waiting], timeout=0)
        self._go_on.set()
        await asyncio.wait([waiting])


async def test_a_sandbox_that_is_cancelled_while_it_starts_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else could stop it, because the block is never entered. Another cancellation changes nothing."""
    held = Held(monkeypatch, testing.Sandbox, "_first_line")
    sandbox = testing.Sandbox(experiments=1)
    entering = asyncio.create_task(sandbox.__aenter__())
    await held.cancel(entering)
    assert entering.cancelled()
    assert (sandbox.pid, sandbox.url) == (None, "")
    assert [process.poll() for process in held.given] == [0]


async def test_a_sandbox_that_is_cancelled_while_it_stops_has_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The block does not end before its process does, however often it is cancelled."""
    held = Held(monkeypatch, testing, "_end")
    sandbox = await testing.Sandbox(experiments=1).__aenter__()
    leaving = asyncio.create_task(sandbox.__aexit__(None, None, None))
    await held.cancel(leaving)
    assert leaving.cancelled()
    assert [process.poll() for process in held.given] == [0]


async def test_a_start_that_fails_says_why_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start, cancelled or not, does not end the sandbox that the first one started."""
    async with testing.Sandbox(experiments=1) as sandbox:
        held = Held(monkeypatch, testing.Sandbox, "start")
        entering = asyncio.create_task(sandbox.__aenter__())
        await held.cancel(entering)
        assert "running already" in str(entering.exception())
        assert sandbox.pid is not None
