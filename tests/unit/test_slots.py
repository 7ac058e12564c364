"""Connection slots: bounded, last in first out, fair to those who wait, and never lost."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abclient.errors import ClientClosedError, ConfigurationError, PoolTimeoutError
from abclient.transports._slots import Slot, Slots


async def _ticks(count: int = 3) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def test_the_slot_given_back_last_is_taken_first() -> None:
    """Last in, first out, so that the warmest connection is used."""
    slots: Slots[str] = Slots(3)
    first, second = await slots.take(1), await slots.take(1)
    slots.give(second)
    slots.give(first)
    assert await slots.take(1) is first
    assert await slots.take(1) is second


FITTING: dict[str, tuple[list[str | None], str, int]] = {
    "the newest that fits": (["a", "b", "a", None], "a", 2),
    "an empty one before one that does not fit": (["b", None, "b"], "a", 1),
    "the oldest where none fits": (["b", "c"], "a", 0),
    "an older one that fits": (["a", "b", "b"], "a", 0),
}


@pytest.mark.parametrize("case", FITTING)
async def test_a_slot_with_the_right_content_is_preferred(case: str) -> None:
    """What slots hold decides which one is taken."""
    contents, wanted, expected = FITTING[case]
    slots: Slots[str] = Slots(len(contents))
    taken = [await slots.take(1) for _ in contents]
    for slot, held in zip(taken, contents, strict=True):
        slot.held = held
        slots.give(slot)
    assert await slots.take(1, lambda held: held == wanted) is taken[expected]


@pytest.mark.parametrize("limit", [0, -1, 1.5, True, "10", None])
def test_an_impossible_limit_is_refused(limit: Any) -> None:
    """A pool without connections could only time out."""
    with pytest.raises(ConfigurationError, match="max_connections must be a whole number of 1 or more"):
        Slots[str](limit)


async def test_no_more_than_the_limit_are_out_and_waiters_go_in_order() -> None:
    """The next slot goes to whoever has waited longest, not to whoever asks at that moment."""
    slots: Slots[str] = Slots(1)
    slot = await slots.take(1)
    order: list[int] = []

    async def wait(number: int) -> Slot[str]:
        taken = await slots.take(1)
        order.append(number)
        return taken

    waiters = [asyncio.create_task(wait(number)) for number in range(3)]
    await _ticks()
    for number in range(3):
        slots.give(slot)
        assert slots.free == 0
        assert await waiters[number] is slot
    assert order == [0, 1, 2]


async def test_waiting_ends_at_the_timeout() -> None:
    """Who gets no slot in time hears how many there are; the slot given later is free for others."""
    slots: Slots[str] = Slots(2)
    taken = [await slots.take(1), await slots.take(1)]
    with pytest.raises(PoolTimeoutError, match=r"all 2 connections were busy for 0\.01 s"):
        await slots.take(0.01)
    for slot in taken:
        slots.give(slot)
    assert slots.free == 2


async def test_a_waiter_cancelled_in_the_tick_of_its_turn_passes_the_slot_on() -> None:
    """Handed over and cancelled at once: the slot goes to the next in line."""
    slots: Slots[str] = Slots(1)
    slot = await slots.take(1)
    unlucky, next_one = (asyncio.create_task(slots.take(1)) for _ in range(2))
    await _ticks()
    slots.give(slot)
    unlucky.cancel()
    assert await next_one is slot
    assert unlucky.cancelled()


async def test_a_waiter_cancelled_before_its_turn_is_forgotten() -> None:
    """A cancelled waiter receives nothing."""
    slots: Slots[str] = Slots(1)
    slot = await slots.take(1)
    waiter = asyncio.create_task(slots.take(1))
    await _ticks()
    waiter.cancel()
    slots.give(slot)
    await _ticks()
    assert slots.free == 1


async def test_closing_ends_waiting_and_taking() -> None:
    """Who waits, and who comes later, gets ClientClosedError; slots may still be given back."""
    slots: Slots[str] = Slots(1)
    slot = await slots.take(1)
    waiter = asyncio.create_task(slots.take(1))
    await _ticks()
    cancelled = asyncio.create_task(slots.take(1))
    await _ticks()
    cancelled.cancel()
    slots.close()
    with pytest.raises(ClientClosedError, match="while the call waited"):
        await waiter
    await asyncio.gather(cancelled, return_exceptions=True)
    assert cancelled.cancelled()
    slots.give(slot)
    with pytest.raises(ClientClosedError, match="the client is closed"):
        await slots.take(1)


async def test_a_slot_that_comes_back_in_the_moment_of_the_timeout_is_taken() -> None:
    """When slot and alarm come in the same round of the event loop, the caller gets the slot."""
    slots: Slots[str] = Slots(1)
    slot = await slots.take(1)
    asyncio.get_running_loop().call_later(0, slots.give, slot)
    assert await slots.take(0) is slot


async def test_what_slots_hold_can_be_listed() -> None:
    """Taken or free, so that everything can be closed."""
    slots: Slots[str] = Slots(3)
    (await slots.take(1)).held = "out"
    inside = await slots.take(1)
    inside.held = "in"
    slots.give(inside)
    assert sorted(slots.held) == ["in", "out"]


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 3),
    st.lists(st.tuples(st.sampled_from(["take", "give", "cancel", "tick", "expire"]), st.integers(0, 9)), max_size=40),
)
def test_no_slot_is_ever_lost(limit: int, steps: list[tuple[str, int]]) -> None:
    """Whatever is taken, given back, cancelled and timed out in whatever order, all slots are there in the end."""
    asyncio.run(_play(limit, steps))


async def _play(limit: int, steps: list[tuple[str, int]]) -> None:
    slots: Slots[str] = Slots(limit)
    waiting: list[asyncio.Task[Slot[str]]] = []
    for action, pick in steps:
        ready = [task for task in waiting if task.done() and not task.cancelled() and task.exception() is None]
        if action in ("take", "expire"):
            waiting.append(asyncio.create_task(slots.take(60 if action == "take" else 0)))
        elif action == "give" and ready:
            task = ready[pick % len(ready)]
            waiting.remove(task)
            slots.give(task.result())
        elif action == "cancel" and waiting:
            waiting[pick % len(waiting)].cancel()
        elif action == "tick":
            await asyncio.sleep(0)
        assert slots.free <= limit
    await _give_everything_back(slots, waiting)
    assert slots.free == limit
    assert len({await slots.take(0) for _ in range(limit)}) == limit


async def _give_everything_back(slots: Slots[str], waiting: list[asyncio.Task[Slot[str]]]) -> None:
    while waiting:
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            waiting.remove(task)
            if not task.cancelled() and task.exception() is None:
                slots.give(task.result())
