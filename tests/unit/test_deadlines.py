"""The deadlines of many calls on one timer, and what takes the place of asyncio's queue and semaphore."""

from __future__ import annotations

import asyncio

import pytest

from abclient._aio import Deadline, Deadlines, Queue, Slots
from abclient._ratelimit.locks import CancelScope
from abclient.errors import ClientClosedError


async def waits(deadlines: Deadlines, length: float, left: float | None = None) -> None:
    with Deadline(deadlines, length, length if left is None else left):
        await asyncio.Event().wait()


async def test_each_deadline_ends_its_own_call() -> None:
    """Whatever the order of the calls and their lengths; of one length, in that order; and what is in time goes on."""
    deadlines, ended = Deadlines(), list[str]()

    async def call(name: str, length: float) -> None:
        with pytest.raises(TimeoutError):
            await waits(deadlines, length)
        ended.append(name)

    late = asyncio.create_task(call("late", 3600))
    with Deadline(deadlines, 3600, 3600):
        await asyncio.gather(call("early", 0.01), call("alike", 0.01), call("first", 0.001))
    assert sorted(ended) == ["alike", "early", "first"]
    assert ended.index("early") < ended.index("alike")
    late.cancel()
    with pytest.raises(asyncio.CancelledError):
        await late


async def test_a_deadline_that_is_over_ends_the_call_at_its_first_wait() -> None:
    """As with ``asyncio.timeout``: what does not wait is not interrupted."""
    deadlines = Deadlines()
    with Deadline(deadlines, 1, -1):
        pass
    with pytest.raises(TimeoutError):
        await waits(deadlines, 1, -1)


async def test_a_task_that_is_cancelled_as_well_is_cancelled() -> None:
    """By others, before or in the moment of the deadline; and it is not left with a request to cancel it."""
    deadlines = Deadlines()
    task = asyncio.create_task(waits(deadlines, 60))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    both = asyncio.create_task(waits(deadlines, 60))
    await asyncio.sleep(0)
    deadline = next(iter(next(iter(vars(deadlines)["_by_length"].values()))))
    deadline.expire()
    both.cancel()
    with pytest.raises(asyncio.CancelledError):
        await both
    with pytest.raises(TimeoutError):
        await waits(deadlines, 0.001)
    current = asyncio.current_task()
    assert current is not None
    assert current.cancelling() == 0


async def test_an_error_at_the_deadline_is_that_error() -> None:
    """What fails while it is cancelled fails as it does, and other deadlines go on."""
    deadlines = Deadlines()

    async def fails() -> None:
        with Deadline(deadlines, 0.001, 0.001):
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                raise ValueError("meanwhile") from None

    with pytest.raises(ValueError, match="meanwhile"):
        await fails()
    assert not any(vars(deadlines)["_by_length"].values())


async def test_a_scope_ends_waits_now_and_later() -> None:
    """Each with ClientClosedError, unless the task was cancelled by others, too."""
    scope = CancelScope()
    tasks = [asyncio.create_task(scope.wait(_never())) for _ in range(3)]
    await asyncio.sleep(0)
    scope.cancel()
    tasks[2].cancel()
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(end) for end in ends] == [ClientClosedError, ClientClosedError, asyncio.CancelledError]
    with pytest.raises(ClientClosedError):
        await scope.wait(_never())
    scope.cancel()


async def _never() -> None:
    await asyncio.Event().wait()


async def test_a_slot_is_not_lost_with_the_task_that_waits_for_it() -> None:
    """Neither when it is cancelled in time, nor in the moment in which it gets the slot."""
    slots = Slots(1)
    await slots.acquire()
    waiting = [asyncio.create_task(slots.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    slots.release()
    waiting[1].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert [task.cancelled() for task in waiting] == [True, True, False]
    slots.release()
    async with asyncio.timeout(60):
        await slots.acquire()


async def test_a_queue_gives_what_it_was_given() -> None:
    """In that order, at once or once there is something; a cancelled taker takes nothing."""
    queue: Queue[int] = Queue()
    queue.put(1)
    queue.put(2)
    assert [await queue.take(), await queue.take()] == [1, 2]
    taker = asyncio.create_task(queue.take())
    await asyncio.sleep(0)
    queue.put(3)
    taker.cancel()
    await asyncio.gather(taker, return_exceptions=True)
    assert await queue.take() == 3
