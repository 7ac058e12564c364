"""Waiting in lines: who is cancelled in the very moment of its turn disturbs nobody; and how all waiting ends."""

from __future__ import annotations

import asyncio

import pytest

from abclient._ratelimit.locks import Bell, Line, Waits
from abclient.errors import ClientClosedError


async def test_a_bell_that_rings_in_the_moment_of_a_cancellation_wakes_the_others() -> None:
    """The cancelled one ends as cancelled, although the ring has cleared the list it stood on."""
    bell = Bell()
    cancelled, other = (asyncio.create_task(bell.wait()) for _ in range(2))
    await asyncio.sleep(0)
    cancelled.cancel()
    bell.ring()
    await asyncio.wait([cancelled, other])
    assert cancelled.cancelled()
    assert not other.cancelled()


async def test_a_line_left_in_the_moment_of_a_cancellation_goes_on() -> None:
    """The turn passes to the next one, and the line gets shorter by the cancelled one, once."""
    line = Line()
    await line.enter()
    cancelled, other = (asyncio.create_task(line.enter()) for _ in range(2))
    await asyncio.sleep(0)
    cancelled.cancel()
    line.leave()
    await asyncio.wait([cancelled, other])
    assert cancelled.cancelled()
    assert not other.cancelled()
    assert line.length == 1
    line.leave()
    assert line.length == 0


async def test_a_line_whose_waiters_were_all_cancelled_is_free() -> None:
    """Turns of the cancelled ones are passed over."""
    line = Line()
    await line.enter()
    waiting = [asyncio.create_task(line.enter()) for _ in range(3)]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    await asyncio.wait(waiting)
    line.leave()
    assert line.length == 0
    async with asyncio.timeout(1):
        await line.enter()


async def test_ended_waiting_is_over_for_everyone_and_for_good() -> None:
    """For those who wait, and at once for those who come later; what was over before is none of its business."""
    waits, never = Waits(), asyncio.Event()

    async def wait() -> None:
        await never.wait()

    await waits.wait(asyncio.sleep(0))
    waiting = [asyncio.create_task(waits.wait(wait())) for _ in range(2)]
    await asyncio.sleep(0)
    waits.end()
    waiting.append(asyncio.create_task(waits.wait(wait())))
    for _ in range(20):
        await asyncio.sleep(0)
    assert [str(task.exception()) for task in waiting] == ["the client was closed while this call waited"] * 3
    assert {type(task.exception()) for task in waiting} == {ClientClosedError}


async def test_a_timeout_of_what_is_waited_for_is_its_own() -> None:
    """It does not say that the client was closed."""

    async def late() -> None:
        raise TimeoutError("mine")

    with pytest.raises(TimeoutError, match="mine"):
        await Waits().wait(late())
