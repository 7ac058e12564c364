"""The connection pool: bounded, last in first out, fair to those who wait, and loses nothing."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abclient.errors import PoolTimeoutError
from abclient.transports._pool import ConnectionPool, Lease


async def _ticks(count: int = 3) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def test_the_lease_released_last_is_acquired_first() -> None:
    """Last in, first out, so that the warmest connection is used."""
    pool: ConnectionPool[str] = ConnectionPool(3)
    first, second = await pool.acquire(1), await pool.acquire(1)
    pool.release(second)
    pool.release(first)
    assert await pool.acquire(1) is first
    assert await pool.acquire(1) is second


FITTING: dict[str, tuple[list[str | None], str, int]] = {
    "the newest that fits": (["a", "b", "a", None], "a", 2),
    "an empty one before one that does not fit": (["b", None, "b"], "a", 1),
    "the oldest where none fits": (["b", "c"], "a", 0),
    "an older one that fits": (["a", "b", "b"], "a", 0),
}


@pytest.mark.parametrize("case", FITTING)
async def test_a_lease_with_the_right_content_is_preferred(case: str) -> None:
    """The connections that leases hold decide which one is acquired."""
    contents, wanted, expected = FITTING[case]
    pool: ConnectionPool[str] = ConnectionPool(len(contents))
    taken = [await pool.acquire(1) for _ in contents]
    for lease, connection in zip(taken, contents, strict=True):
        lease.connection = connection
        pool.release(lease)
    assert await pool.acquire(1, lambda connection: connection == wanted) is taken[expected]


async def test_no_more_than_the_limit_are_out_and_waiters_go_in_order() -> None:
    """The next lease goes to whoever has waited longest, not to whoever asks at that moment."""
    pool: ConnectionPool[str] = ConnectionPool(1)
    lease = await pool.acquire(1)
    order: list[int] = []

    async def wait(number: int) -> Lease[str]:
        taken = await pool.acquire(1)
        order.append(number)
        return taken

    waiters = [asyncio.create_task(wait(number)) for number in range(3)]
    await _ticks()
    for number in range(3):
        pool.release(lease)
        assert pool.free == 0
        assert await waiters[number] is lease
    assert order == [0, 1, 2]


async def test_waiting_ends_at_the_timeout() -> None:
    """Who gets no lease in time hears how many there are; the lease given later is free for others."""
    pool: ConnectionPool[str] = ConnectionPool(2)
    taken = [await pool.acquire(1), await pool.acquire(1)]
    with pytest.raises(PoolTimeoutError, match=r"all 2 connections were busy for 0\.01 s"):
        await pool.acquire(0.01)
    for lease in taken:
        pool.release(lease)
    assert pool.free == 2


async def test_a_waiter_cancelled_in_the_tick_of_its_turn_passes_the_lease_on() -> None:
    """Handed over and cancelled at once: the lease goes to the next in line."""
    pool: ConnectionPool[str] = ConnectionPool(1)
    lease = await pool.acquire(1)
    unlucky, next_one = (asyncio.create_task(pool.acquire(1)) for _ in range(2))
    await _ticks()
    pool.release(lease)
    unlucky.cancel()
    assert await next_one is lease
    assert unlucky.cancelled()


async def test_a_waiter_cancelled_before_its_turn_is_forgotten() -> None:
    """A cancelled waiter receives nothing."""
    pool: ConnectionPool[str] = ConnectionPool(1)
    lease = await pool.acquire(1)
    waiter = asyncio.create_task(pool.acquire(1))
    await _ticks()
    waiter.cancel()
    pool.release(lease)
    await _ticks()
    assert pool.free == 1


async def test_a_lease_that_comes_back_in_the_moment_of_the_timeout_is_taken() -> None:
    """When lease and alarm come in the same round of the event loop, the caller gets the lease."""
    pool: ConnectionPool[str] = ConnectionPool(1)
    lease = await pool.acquire(1)
    asyncio.get_running_loop().call_later(0, pool.release, lease)
    assert await pool.acquire(0) is lease


async def test_what_leases_hold_can_be_listed() -> None:
    """Taken or free, so that everything can be closed."""
    pool: ConnectionPool[str] = ConnectionPool(3)
    (await pool.acquire(1)).connection = "out"
    inside = await pool.acquire(1)
    inside.connection = "in"
    pool.release(inside)
    assert sorted(pool.connections) == ["in", "out"]


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 3),
    st.lists(st.tuples(st.sampled_from(["take", "give", "cancel", "tick", "expire"]), st.integers(0, 9)), max_size=40),
)
def test_no_lease_is_ever_lost(limit: int, steps: list[tuple[str, int]]) -> None:
    """Whatever is taken, given back, cancelled and timed out in whatever order, all pool are there in the end."""
    asyncio.run(_play(limit, steps))


async def _play(limit: int, steps: list[tuple[str, int]]) -> None:
    pool: ConnectionPool[str] = ConnectionPool(limit)
    waiting: list[asyncio.Task[Lease[str]]] = []
    for action, pick in steps:
        ready = [task for task in waiting if task.done() and not task.cancelled() and task.exception() is None]
        if action in ("take", "expire"):
            waiting.append(asyncio.create_task(pool.acquire(60 if action == "take" else 0)))
        elif action == "give" and ready:
            task = ready[pick % len(ready)]
            waiting.remove(task)
            pool.release(task.result())
        elif action == "cancel" and waiting:
            waiting[pick % len(waiting)].cancel()
        elif action == "tick":
            await asyncio.sleep(0)
        assert pool.free <= limit
    await _give_everything_back(pool, waiting)
    assert pool.free == limit
    assert len({await pool.acquire(0) for _ in range(limit)}) == limit


async def _give_everything_back(pool: ConnectionPool[str], waiting: list[asyncio.Task[Lease[str]]]) -> None:
    while waiting:
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            waiting.remove(task)
            if not task.cancelled() and task.exception() is None:
                pool.release(task.result())
