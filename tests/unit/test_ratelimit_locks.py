"""Locks: a task cancelled at the moment it is woken disturbs no other; and how all waits end."""

from __future__ import annotations

import asyncio

import pytest

from abclient._ratelimit.locks import CancelScope, FairLock, Signal
from abclient.errors import ClientClosedError


async def test_a_signal_at_the_moment_of_a_cancellation_wakes_the_others() -> None:
    """The cancelled one ends as cancelled, although the signal has cleared the list it stood on."""
    signal = Signal()
    cancelled, other = (asyncio.create_task(signal.wait()) for _ in range(2))
    await asyncio.sleep(0)
    cancelled.cancel()
    signal.notify_all()
    await asyncio.wait([cancelled, other])
    assert cancelled.cancelled()
    assert not other.cancelled()


async def test_a_lock_released_at_the_moment_of_a_cancellation_is_handed_on() -> None:
    """The lock passes to the next task, and the cancelled one is discounted once."""
    lock = FairLock()
    await lock.acquire()
    cancelled, other = (asyncio.create_task(lock.acquire()) for _ in range(2))
    await asyncio.sleep(0)
    cancelled.cancel()
    lock.release()
    await asyncio.wait([cancelled, other])
    assert cancelled.cancelled()
    assert not other.cancelled()
    assert lock.pending == 1
    lock.release()
    assert lock.pending == 0


async def test_a_lock_whose_waiters_were_all_cancelled_is_free() -> None:
    """Cancelled waiters are skipped."""
    lock = FairLock()
    await lock.acquire()
    waiting = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    await asyncio.wait(waiting)
    lock.release()
    assert lock.pending == 0
    async with asyncio.timeout(1):
        await lock.acquire()


async def test_a_cancelled_scope_ends_all_waits_for_good() -> None:
    """Those under way, and later ones at once; what was over before is not affected."""
    scope, never = CancelScope(), asyncio.Event()

    async def wait() -> None:
        await never.wait()

    await scope.wait(asyncio.sleep(0))
    waiting = [asyncio.create_task(scope.wait(wait())) for _ in range(2)]
    await asyncio.sleep(0)
    scope.cancel()
    waiting.append(asyncio.create_task(scope.wait(wait())))
    for _ in range(20):
        await asyncio.sleep(0)
    assert [str(task.exception()) for task in waiting] == ["the client was closed while this call waited"] * 3
    assert {type(task.exception()) for task in waiting} == {ClientClosedError}


async def test_a_timeout_of_what_is_waited_for_is_its_own() -> None:
    """It does not say that the client was closed."""

    async def late() -> None:
        raise TimeoutError("mine")

    with pytest.raises(TimeoutError, match="mine"):
        await CancelScope().wait(late())
