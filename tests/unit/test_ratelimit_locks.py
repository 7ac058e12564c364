"""Locks: a task cancelled at the moment it is woken disturbs no other; and how all waits end."""

from __future__ import annotations

import asyncio
import threading

import pytest

from abclient._ratelimit.locks import CancelScope, Signal
from abclient._ratelimit.queues import Admission, FairLock
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
    lock = FairLock[None, str](lambda _: None, pytest.fail)
    await lock.acquire(None)
    cancelled, other = (asyncio.create_task(lock.acquire(None)) for _ in range(2))
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
    lock = FairLock[None, str](lambda _: None, pytest.fail)
    await lock.acquire(None)
    waiting = [asyncio.create_task(lock.acquire(None)) for _ in range(3)]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    await asyncio.wait(waiting)
    lock.release()
    assert lock.pending == 0
    async with asyncio.timeout(1):
        await lock.acquire(None)


async def test_a_lock_is_released_to_all_that_can_be_granted_what_they_asked_for() -> None:
    """In their order, and without holding it; the first that cannot gets the lock, and those behind it wait."""
    left = ["x", "y"]
    lock = FairLock[int, str](lambda _: left.pop(0) if left else None, pytest.fail)
    await lock.acquire(0)
    waiting = [asyncio.create_task(lock.acquire(number)) for number in range(1, 5)]
    await asyncio.sleep(0)
    assert lock.pending == 5
    lock.release()
    await asyncio.wait(waiting[:3])
    assert [task.result() for task in waiting[:3]] == ["x", "y", None]
    assert (lock.pending, waiting[3].done()) == (2, False)
    left.append("z")
    lock.release()
    assert (await waiting[3], lock.pending) == ("z", 0)


async def test_what_was_granted_at_the_moment_of_a_cancellation_is_given_back() -> None:
    """The task is cancelled, and others are not disturbed."""
    returned = list[str]()
    lock = FairLock[str, str](str.upper, returned.append)
    await lock.acquire("a")
    cancelled, other = (asyncio.create_task(lock.acquire(name)) for name in ("b", "c"))
    await asyncio.sleep(0)
    lock.release()
    cancelled.cancel()
    await asyncio.wait([cancelled, other])
    assert (cancelled.cancelled(), other.result(), returned, lock.pending) == (True, "C", ["B"], 0)


async def test_as_many_are_admitted_as_there_is_room_for() -> None:
    """First in, first out; one that was woken and leaves the room unused, or is cancelled, holds up no other."""
    room, admitted = 0, list[int]()
    admission = Admission(lambda: room)

    async def enter(number: int, *, takes: bool) -> None:
        nonlocal room
        await admission.wait()
        admitted.append(number)
        room -= takes

    tasks = [asyncio.create_task(enter(number, takes=number % 2 > 0)) for number in range(8)]
    await asyncio.sleep(0)
    admission.update()
    assert admitted == []
    room = 2
    admission.update()
    tasks[1].cancel()
    await asyncio.wait(tasks[:6])
    assert (admitted, room) == ([0, 2, 3, 4, 5], 0)
    room = 1
    admission.update()
    await asyncio.gather(*tasks[6:])
    assert (admitted[5:], room) == ([6, 7], 0)


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


async def test_a_scope_can_be_cancelled_from_another_thread() -> None:
    """The event loop of what waits is woken, and does not wait for something else to happen."""
    scope, never = CancelScope(), asyncio.Event()

    async def wait() -> None:
        await never.wait()

    async with asyncio.timeout(30):
        waiting = asyncio.create_task(scope.wait(wait()))
        await asyncio.sleep(0)
        thread = threading.Thread(target=scope.cancel)
        thread.start()
        with pytest.raises(ClientClosedError, match="closed while this call waited"):
            await waiting
    thread.join()


def test_a_scope_whose_event_loop_was_closed_can_be_cancelled() -> None:
    """What waited there is gone."""
    scope, loop = CancelScope(), asyncio.new_event_loop()
    never = asyncio.Event()

    async def wait() -> None:
        await never.wait()

    waiting = loop.create_task(scope.wait(wait()))
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    scope.cancel()
    assert not waiting.done()
    waiting.get_coro().close()


async def test_a_timeout_of_what_is_waited_for_is_its_own() -> None:
    """It does not say that the client was closed."""

    async def late() -> None:
        raise TimeoutError("mine")

    with pytest.raises(TimeoutError, match="mine"):
        await CancelScope().wait(late())
