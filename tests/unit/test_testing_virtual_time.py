"""Clients that wait in virtual time: at once, and otherwise as they would."""

from __future__ import annotations

import asyncio
import time as real

import pytest

import abclient
from abclient.testing import InProcessSandbox, VirtualTime, virtual_time


@pytest.fixture
def passing() -> object:
    """Virtual time for the clients of a test."""
    with virtual_time() as time:
        yield time


async def test_pauses_before_retries(passing: VirtualTime) -> None:
    """They are the longest that they could be, so that a test can say how long."""
    with InProcessSandbox(experiments=1) as sandbox:
        async with abclient.Optimizely(**sandbox.client_options("optimizely")) as optimizely:
            with sandbox.fault("status", status=503, times=3):
                await optimizely.projects.list()
    assert passing.waits == [0.5, 1.0, 2.0]
    assert passing.elapsed == 3.5


async def test_a_wait_that_a_vendor_asks_for(passing: VirtualTime) -> None:
    """It passes, and the call is made again; where it is longer than the call may take, the call fails at once."""
    with InProcessSandbox(experiments=1) as sandbox:
        async with abclient.Optimizely(**sandbox.client_options("optimizely"), timeout=100) as optimizely:
            with sandbox.fault("status", status=429, headers={"Retry-After": "60"}, times=1):
                await optimizely.projects.list()
            assert 60 <= passing.elapsed < 61
            late = sandbox.fault("status", status=429, headers={"Retry-After": "200"})
            with late, pytest.raises(abclient.TooManyRequestsError):
                await optimizely.projects.list()
    assert passing.elapsed < 61


async def test_a_rate_limit_of_the_sandbox_takes_part(passing: VirtualTime) -> None:
    """Bulk work under 5 requests in 10 seconds is hardly ever refused, and takes as long as it has to: virtually."""
    began = real.monotonic()
    with InProcessSandbox(experiments=20, rate_limit="5/10", virtual_time=passing) as sandbox:
        async with abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as ld:
            outcomes = await ld.experiments("sandbox", "production").fetch_results()
        requests = sandbox.requests()
    assert all(outcome.ok for outcome in outcomes)
    assert len(requests) > 20
    assert len(requests.matching(status=429)) <= 2  # where a window ends within the second in which it is announced
    # The first window may be all but over when it begins, and the last one has only begun when it ends.
    assert (len(requests) / 5 - 2) * 10 <= passing.elapsed <= (len(requests) / 5 + 2) * 10
    assert real.monotonic() - began < passing.elapsed


async def test_bulk_calls_of_any_function(passing: VirtualTime) -> None:
    """The pause before an item is tried again passes at once, too."""
    tries = 0

    async def fetch(key: int) -> int:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise abclient.ResponseLostError("lost")
        return key

    (outcome,) = await abclient.fetch_many(fetch, [7], retries=1)
    assert (outcome.value, len(passing.waits)) == (7, 1)


async def test_waits_end_in_their_order() -> None:
    """Waits at the same time count once, and what waits less long goes on first; a cancelled one holds nobody up."""
    time, ended = VirtualTime(), list[str]()

    async def wait(name: str, seconds: float) -> None:
        await time.sleep(seconds)
        ended.append(f"{name} at {time.elapsed:g}")

    async with asyncio.TaskGroup() as group:
        group.create_task(wait("long", 5))
        gone = group.create_task(wait("gone", 1))
        group.create_task(wait("short", 2))
        await asyncio.sleep(0)
        gone.cancel()
    assert ended == ["short at 2", "long at 5"]
    assert time.waits == [5, 1, 2]


async def test_other_clients_wait_as_ever() -> None:
    """After the block, a new client's waits take their time: here none, by its own choice."""
    with virtual_time() as time:
        pass
    with InProcessSandbox(experiments=1) as sandbox:
        retries = abclient.RetryPolicy(base_delay=0.0)
        async with abclient.Optimizely(**sandbox.client_options("optimizely"), retries=retries) as optimizely:
            with sandbox.fault("status", status=503, times=1):
                await optimizely.projects.list()
    assert (time.waits, time.elapsed) == ([], 0.0)
