"""The sandbox for users' own tests: in a process that does not do as it is told, and what is asked of it."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from typing import Any

import pytest

import abclient.testing._process as testing
from abclient.testing import InProcessSandbox, ReceivedRequest, RequestLog, RequestMatch


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


def test_an_option_that_does_not_exist_is_named() -> None:
    """A misspelled option starts nothing, in whichever process the sandbox would be."""
    for kind in (testing.Sandbox, InProcessSandbox):
        with pytest.raises(TypeError, match="no option experimets; it has experiments, seed"):
            kind(experimets=1)  # type: ignore[call-arg]  # the mistake under test


LOG = RequestLog(
    ReceivedRequest(
        number=number,
        time=1.0,
        method=method,
        path=path,
        query=query,
        headers={},
        body=body,
        vendor="acme",
        operation=operation,
        account=1,
        fault=fault,
        status=status,
    )
    for number, method, path, query, body, operation, fault, status in (
        (1, "GET", "/acme/v1/tests", "page=2", "", "listTests", "", 200),
        (2, "PATCH", "/acme/v1/tests/7", "", '{"name": "A"}', "updateTest", "status", 503),
        (3, "PATCH", "/acme/v1/tests/7", "", "<html>", "updateTest", "", None),
        (4, "POST", "/acme/v1/tests", "", None, "createTest", "", 201),
    )
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [1, 2, 3, 4]),
        ({"method": "patch"}, [2, 3]),
        ({"path": "/acme/v1/tests/"}, [2, 3]),
        ({"path": "/v1/tests"}, [1, 2, 3, 4]),
        ({"path": "/tests"}, []),
        ({"regex": r"tests\?page=\d"}, [1]),
        ({"regex": r"/7$"}, [2, 3]),
        ({"vendor": "acme", "operation": "createTest"}, [4]),
        ({"vendor": "other"}, []),
        ({"account": 2}, []),
        ({"fault": ""}, [1, 3, 4]),
        ({"fault": "status"}, [2]),
        ({"status": None}, [3]),
        ({"method": "PATCH", "status": 503}, [2]),
    ],
)
def test_which_requests_are_meant(wanted: RequestMatch, found: list[int]) -> None:
    """All conditions hold; paths are matched as faults match them."""
    assert [request["number"] for request in LOG.matching(**wanted)] == found


def test_what_tests_say_of_requests() -> None:
    """The only one is returned; where there are none, or several, the message lists all, without queries."""
    assert LOG.assert_one(method="POST")["number"] == 4
    LOG.assert_none(method="DELETE")
    assert LOG.documents() == [{"name": "A"}]
    with pytest.raises(AssertionError, match="exactly one request with method='PATCH', found 2 of 4") as several:
        LOG.assert_one(method="PATCH")
    assert str(several.value).splitlines()[1:3] == [
        "  1. GET /acme/v1/tests -> 200",
        "  2. PATCH /acme/v1/tests/7 -> 503 (fault: status)",
    ]
    with pytest.raises(AssertionError, match="no request with any, found 4 of 4"):
        LOG.assert_none()
    with pytest.raises(TypeError, match="not matched by url; they are by method, path"):
        LOG.matching(url="/")  # type: ignore[call-arg]  # the mistake under test
