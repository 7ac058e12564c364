"""Bulk fetches: where keys may come from, and what becomes of a failure outside of any key's fetch."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from contextlib import suppress
from typing import Self

import pytest

from abclient._aio import flat_map
from abclient.bulk import Outcome, fetch_many
from abclient.errors import RateLimitedLocallyError, TooManyRequestsError
from support.fake import Clock, Script, answer, fake_session, json_request


async def double(key: int) -> int:
    return 2 * key


class Counter:
    """An async iterator that is no generator, and so cannot be closed."""

    def __init__(self, count: int) -> None:
        self.left = count

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> int:
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


class Refusing:
    """A limiter that lets two keys pass."""

    def __init__(self, error: Exception) -> None:
        self.passed = 0
        self.error = error

    @property
    def max_concurrency(self) -> int:
        return 2

    async def wait_for_capacity(self) -> None:
        if self.passed == 2:
            raise self.error
        self.passed += 1

    def add_pending(self, calls: int) -> None:
        """Of no interest here."""


class Counting:
    """A limiter that knows how many calls are to come."""

    def __init__(self) -> None:
        self.expected = 0
        self.busy = asyncio.Event()

    @property
    def max_concurrency(self) -> int:
        return 1

    async def wait_for_capacity(self) -> None:
        self.busy.set()

    def add_pending(self, calls: int) -> None:
        self.expected += calls


async def test_keys_come_from_any_async_iterator() -> None:
    """What cannot be closed need not be."""
    outcomes = await fetch_many(double, Counter(3), concurrency=1)
    assert [outcome.value for outcome in outcomes] == [4, 2, 0]


async def test_a_stream_closes_what_it_reads_from() -> None:
    """At once, so that nothing is left for the event loop to close in its end."""
    closed = False

    async def keys() -> AsyncIterator[int]:
        nonlocal closed
        try:
            yield 1
            yield 2
        finally:
            closed = True

    stream = flat_map(keys(), lambda key: (key, -key))
    assert [await anext(stream), await anext(stream)] == [1, -1]
    assert not closed
    await stream.aclose()
    assert closed
    assert [part async for part in flat_map(Counter(2), lambda key: (key, -key))] == [1, -1, 0, 0]
    assert [part async for part in flat_map([3, 4], lambda key: [key][: key - 3])] == [4]


async def test_a_fetch_that_nobody_iterates_draws_nothing() -> None:
    """Entering and leaving the block starts no work, so that there is none to end."""
    keys = Counter(3)
    async with fetch_many(double, keys):
        pass
    assert keys.left == 3


@pytest.mark.parametrize("error", [RuntimeError("no more"), TimeoutError("no more")], ids=["error", "timeout"])
@pytest.mark.parametrize("deadline", [None, 60.0])
async def test_a_limiter_that_fails_ends_the_fetch_with_its_error(error: Exception, deadline: float | None) -> None:
    """The keys that it let pass have outcomes; that the others have none does not go unsaid."""
    got: list[Outcome[int, int]] = []
    with pytest.raises(type(error), match="no more"):
        async for outcome in fetch_many(
            double, range(5), concurrency="auto", limiter=Refusing(error), deadline=deadline
        ):
            got.append(outcome)
    assert sorted(outcome.value for outcome in got) == [0, 2]


@pytest.mark.parametrize("concurrency", [1, 2])
async def test_keys_that_end_in_a_cancellation_do_not_end_in_silence(concurrency: int) -> None:
    """Whoever waits for a producer that was cancelled would otherwise take half of the keys for all of them."""

    async def keys() -> AsyncIterator[int]:
        yield 1
        yield 2
        producer = asyncio.get_running_loop().create_future()
        producer.cancel()
        await producer
        yield 3

    got: list[int] = []
    with pytest.raises(RuntimeError, match="cancelled from within") as caught:
        async for outcome in fetch_many(double, keys(), concurrency=concurrency):
            got.append(outcome.value)
    assert got == [2, 4]
    assert isinstance(caught.value.__cause__, asyncio.CancelledError)


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize(("concurrency", "fetched"), [(1, [0, 1]), (2, [0, 1, 3, 4, 5, 6, 7, 8, 9])])
async def test_a_fetch_that_cancels_its_own_task_is_told(concurrency: int, fetched: list[int], ordered: bool) -> None:
    """It ends its worker: that is this key's outcome, the other workers go on, and the iteration says it in the end."""

    async def fetch(key: int) -> int:
        if key == 2:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
            await asyncio.sleep(0)
        return key

    got: list[Outcome[int, int]] = []
    with pytest.raises(RuntimeError, match="cancelled from within"):
        async for outcome in fetch_many(fetch, range(10), concurrency=concurrency, ordered=ordered):
            got.append(outcome)
    assert [outcome.key for outcome in got if outcome.ok] == fetched
    assert [outcome.key for outcome in got if not outcome.ok] == [2]


async def test_what_is_held_back_costs_time_and_no_key() -> None:
    """Calls that are not even sent would otherwise use up all the keys in a moment, whatever the number of retries."""
    clock = Clock()
    script = Script(answer(429, retry_after="900"), answer(200, {"a": 1}))
    session = fake_session(script, clock=clock)
    with pytest.raises(TooManyRequestsError):
        await session.send(json_request())
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        clock.now += seconds

    async def fetch(key: int) -> object:
        return await session.send(json_request())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio, "sleep", sleep)
        outcomes = await fetch_many(fetch, range(20), concurrency=1)
    assert all(outcome.ok for outcome in outcomes)
    assert (slept, len(script.requests)) == ([900.5], 21)


async def test_what_was_held_back_without_a_word_is_a_failure() -> None:
    """Where nobody knows for how long, it counts as any other failure that may pass."""
    calls = 0

    async def fetch(key: int) -> object:
        nonlocal calls
        calls += 1
        raise RateLimitedLocallyError("late")

    (outcome,) = await fetch_many(fetch, [1])
    assert (type(outcome.error), calls) == (RateLimitedLocallyError, 1)


async def test_cancelling_twice_leaves_nothing_undone() -> None:
    """A second cancellation, while calls clean up: they still end, the limiter and the source learn of it."""
    limiter, cleaning, cleaned, closed = Counting(), asyncio.Event(), asyncio.Event(), False
    before = asyncio.all_tasks()

    async def fetch(key: int) -> int:
        try:
            await asyncio.Event().wait()
        finally:
            cleaning.set()
            with suppress(asyncio.CancelledError):
                await cleaned.wait()
            await cleaned.wait()
        return key

    async def keys() -> AsyncIterator[int]:
        nonlocal closed
        try:
            yield 1
            await asyncio.Event().wait()
        finally:
            closed = True

    async def consume() -> None:
        await fetch_many(fetch, keys(), concurrency="auto", limiter=limiter)

    task = asyncio.create_task(consume())
    await limiter.busy.wait()
    await asyncio.sleep(0)
    task.cancel()
    await cleaning.wait()
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    cleaned.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (limiter.expected, closed, asyncio.all_tasks()) == (0, True, before)


class Ended(BaseException):
    """As those with which pytest ends a test: it does not derive from Exception."""


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("where", ["fetch", "keys", "async keys"])
async def test_what_is_no_failure_of_a_key_ends_the_fetch(where: str, ordered: bool) -> None:
    """Neither is a key lost without a word, nor do the others wait for it."""

    async def fetch(key: int) -> int:
        await asyncio.sleep(0)
        if where == "fetch" and key == 3:
            raise Ended
        return key

    def keys() -> Iterator[int]:
        yield from range(20)
        raise Ended

    async def async_keys() -> AsyncIterator[int]:
        for key in keys():
            yield key

    source: Iterable[int] | AsyncIterable[int] = keys() if where == "keys" else range(20)
    if where == "async keys":
        source = async_keys()
    with pytest.raises(Ended):
        await fetch_many(fetch, source, concurrency=4, ordered=ordered)
    assert asyncio.all_tasks() == {asyncio.current_task()}


@pytest.mark.parametrize("how", ["close", "take all"])
async def test_a_plain_generator_of_keys_is_closed(how: str) -> None:
    """Also one that the caller still has; what it holds is given back when the fetch has ended."""
    closed = False

    def keys() -> Iterator[int]:
        nonlocal closed
        try:
            yield from range(10)
        finally:
            closed = True

    source = keys()
    async with fetch_many(double, source, concurrency=2) as outcomes:
        async for _ in outcomes:
            if how == "close":
                break
    assert closed
    assert next(source, None) is None


@pytest.mark.parametrize("concurrency", [1, 4])
async def test_a_fetch_that_swallows_its_cancellation_ends_all_the_same(concurrency: int) -> None:
    """What returns a value when it is cancelled gets no other key, and nothing waits for room that is not to come."""
    begun: list[int] = []

    async def swallows(key: int) -> int:
        begun.append(key)
        if key:
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
        return key

    async with fetch_many(swallows, range(100), concurrency=concurrency) as outcomes:
        async for _ in outcomes:
            break
        async with asyncio.timeout(60):
            await outcomes.aclose()
    assert len(begun) <= 2 * concurrency
    assert asyncio.all_tasks() == {asyncio.current_task()}
